import type { z } from 'zod'
import type { FhirNode } from './node.ts'

/** A value that fits a schema; otherwise the fault is told at its place, and there is none. */
export function checked<T>(
  node: FhirNode,
  key: string,
  schema: z.ZodType<T>,
  reason = 'is not one of the values that it can have',
): T | undefined {
  const value = node.raw(key)
  const reading = schema.safeParse(value)
  if (!reading.success) node.fault(value === undefined ? 'is missing' : reason, key)
  return reading.data
}

/** The value of an extension that must be there. */
export function needed<T>(node: FhirNode, url: string, type: string, schema: z.ZodType<T>): T | undefined {
  const extension = node.extension(url)
  if (!extension) node.fault(`has no extension ${url}`)
  return extension && checked(extension, type, schema)
}

/** The value of an extension that may be left out. */
export function optional<T>(node: FhirNode, url: string, type: string, schema: z.ZodType<T>): T | undefined {
  return node.extensions(url).length > 0 ? needed(node, url, type, schema) : undefined
}
