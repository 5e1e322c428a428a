import type { Extension, Values } from './r4.ts'
import type { FhirNode } from './node.ts'

/** Which of `value[x]` holds a part: text, numbers, codes. */
export type PlainType =
  | 'valueBoolean'
  | 'valueInteger'
  | 'valueDecimal'
  | 'valueString'
  | 'valueMarkdown'
  | 'valueCode'
  | 'valueDate'
  | 'valueUrl'

/** An object as an extension with parts: for each key the type of its value; `[]` after it for a list. */
export type Parts = Readonly<Record<string, PlainType | `${PlainType}[]`>>

/** Writes an object as an extension with a part for each key that it has. */
export function complexExtension(url: string, object: object, parts: Parts): Extension {
  const values: Readonly<Record<string, unknown>> = { ...object }
  return { url, extension: Object.entries(parts).flatMap(([key, type]) => partsOf(key, type, values[key])) }
}

function partsOf(key: string, type: string, value: unknown): Extension[] {
  const all: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return all.map((one) => simpleExtension(key, plainType(type), one))
}

function plainType(type: string): PlainType {
  return type.replace('[]', '') as PlainType
}

/** Writes one value as an extension. */
export function simpleExtension(url: string, type: keyof Values, value: unknown): Extension {
  return { url, [type]: value }
}

/** One extension if there is a value, none if there isn't. */
export function optionalExtension(url: string, type: PlainType, value: unknown): Extension[] {
  return value === undefined ? [] : [simpleExtension(url, type, value)]
}

/** Reads back what `complexExtension` wrote; a part that isn't there is left out, a list that isn't is empty. */
export function readParts(extension: FhirNode, parts: Parts): Record<string, unknown> {
  const read = Object.entries(parts).map(([key, type]): [string, unknown] => {
    const found = extension.extensions(key).map((part) => part.value(plainType(type)))
    return [key, type.endsWith('[]') ? found : found[0]]
  })
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}
