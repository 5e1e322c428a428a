import type { Fault, Reading } from '../faults.ts'
import { readJson } from '../json-text.ts'
import { FaultList } from './node.ts'

/** How much of a FHIR resource is looked at before it is refused. */
export interface FhirLimits {
  /** Of the text, as UTF-8. */
  bytes: number
  /** How deep objects and lists may be nested. */
  depth: number
  /** How many objects, lists and values there may be. */
  values: number
  /** How many entries the lists named `item` may have, taken together. */
  items: number
  /** How long one text may be, in UTF-16 code units. */
  text: number
}

/** Room for a questionnaire as large as ours can be, or nearly, and for no more. */
export const fhirLimits: FhirLimits = {
  bytes: 10_000_000,
  depth: 24,
  values: 600_000,
  items: 5_000,
  text: 20_000,
}

/** Reads the text of a FHIR resource as JSON, unless it is too much or could be read in two ways. */
export function parseFhirText(text: string, limits: Partial<FhirLimits> = {}): Reading<{ json: unknown }> {
  const all = { ...fhirLimits, ...limits }
  if (text.length > all.bytes || new TextEncoder().encode(text).length > all.bytes) {
    return invalid([{ path: '', reason: `is larger than ${all.bytes} bytes` }])
  }
  const reading = readJson(text)
  if (reading.status === 'broken') return invalid([reading.fault])
  const faults = new FaultList()
  for (const { path, reason } of reading.faults) faults.add(path, reason)
  const repeated = faults.all()
  return repeated.length > 0 ? invalid(repeated) : { status: 'valid', json: reading.json }
}

function invalid(faults: Fault[]): { status: 'invalid'; faults: Fault[] } {
  return { status: 'invalid', faults }
}

/** Stops the walk: what follows would only cost time. */
class TooMuch extends Error {}

/**
 * Why a resource is refused before anything of it is read: it is no resource of this type, it is too large or
 * too deep, it has keys that no FHIR element has, or elements that mustn't be passed over without being
 * understood.
 */
export function unreadable(json: unknown, resourceType: string, limits: Partial<FhirLimits> = {}): Fault[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return [{ path: '', reason: `must be an object: a FHIR ${resourceType}` }]
  }
  const type: unknown = 'resourceType' in json ? json.resourceType : undefined
  if (type !== resourceType) return [{ path: 'resourceType', reason: `must be "${resourceType}"` }]
  const walk = new Walk({ ...fhirLimits, ...limits })
  try {
    walk.value(json, resourceType, 1)
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
  }
  return walk.faults.all()
}

const notUnderstood = new Set(['modifierExtension', 'implicitRules'])

class Walk {
  readonly faults = new FaultList()
  #values = 0
  #items = 0

  constructor(readonly limits: FhirLimits) {}

  value(value: unknown, location: string, depth: number): void {
    this.#values += 1
    if (this.#values > this.limits.values) this.#tooMuch(location, `more than ${this.limits.values} values`)
    if (typeof value === 'string' && value.length > this.limits.text) {
      this.faults.add(location, `must be at most ${this.limits.text} characters`)
    }
    if (typeof value !== 'object' || value === null) return
    if (depth > this.limits.depth) this.#tooMuch(location, `nested deeper than ${this.limits.depth}`)
    if (Array.isArray(value)) value.forEach((one, i) => this.value(one, `${location}[${i}]`, depth + 1))
    else for (const [key, one] of Object.entries(value)) this.#entry(key, one, location, depth)
  }

  #entry(key: string, value: unknown, location: string, depth: number): void {
    if (!/^_?[a-zA-Z]{1,64}\d?$/.test(key)) {
      this.faults.add(location, `has a key that no FHIR element has: ${JSON.stringify(key.slice(0, 40))}`)
      return
    }
    const place = `${location}.${key}`
    if (notUnderstood.has(key))
      this.faults.add(place, 'may change what everything else means, and is not understood')
    if (key === 'item' && Array.isArray(value)) {
      this.#items += value.length
      if (this.#items > this.limits.items) this.#tooMuch(place, `more than ${this.limits.items} items`)
    }
    this.value(value, place, depth + 1)
  }

  #tooMuch(location: string, what: string): never {
    this.faults.add(location, `is refused: ${what}`)
    throw new TooMuch()
  }
}
