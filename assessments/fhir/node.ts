import type { Fault } from '../faults.ts'

/** The faults found so far, up to a number: beyond that nobody reads them, and hostile input has no end of them. */
export class FaultList {
  readonly #faults = new Map<string, Fault>()
  #unlisted = 0

  constructor(readonly most = 100) {}

  add(path: string, reason: string): void {
    const key = `${path}\n${reason}`
    if (this.#faults.size < this.most) this.#faults.set(key, { path, reason })
    else if (!this.#faults.has(key)) this.#unlisted += 1
  }

  /** Every fault once, and how many more there were. */
  all(): Fault[] {
    const more = { path: '', reason: `has ${this.#unlisted} more faults, which are not listed` }
    return [...this.#faults.values(), ...(this.#unlisted > 0 ? [more] : [])]
  }
}

/** One element of a FHIR resource with its place, read without trusting its shape: what is wrong becomes a fault. */
export class FhirNode {
  constructor(
    readonly json: unknown,
    /** As FHIRPath writes it: `Questionnaire.item[0].linkId`. */
    readonly location: string,
    readonly faults: FaultList,
  ) {}

  fault(reason: string, key?: string): void {
    this.faults.add(key === undefined ? this.location : `${this.location}.${key}`, reason)
  }

  /** What stands under a key, whatever it is; undefined where there is nothing. */
  raw(key: string): unknown {
    const { json } = this
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
    return Object.hasOwn(json, key) ? (json as Readonly<Record<string, unknown>>)[key] : undefined
  }

  /** Text under a key; anything else there is a fault. */
  text(key: string): string | undefined {
    const value = this.raw(key)
    if (value === undefined || typeof value === 'string') return value
    this.fault('must be text', key)
    return undefined
  }

  /** Text under a key that must be there. */
  neededText(key: string): string {
    const text = this.text(key)
    if (text === undefined && this.raw(key) === undefined) this.fault('is missing', key)
    return text ?? ''
  }

  /** True or false under a key; false where there is nothing. */
  flag(key: string): boolean {
    const value = this.raw(key)
    if (value !== undefined && typeof value !== 'boolean') this.fault('must be true or false', key)
    return value === true
  }

  child(key: string): FhirNode {
    return new FhirNode(this.raw(key), `${this.location}.${key}`, this.faults)
  }

  /** The entries of a list under a key; none where there is nothing. */
  list(key: string): FhirNode[] {
    const value = this.raw(key)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.fault('must be a list', key)
      return []
    }
    return value.map((entry: unknown, i) => new FhirNode(entry, `${this.location}.${key}[${i}]`, this.faults))
  }

  /** Every extension with this URL, in order. */
  extensions(url: string): FhirNode[] {
    return this.list('extension').filter((extension) => extension.raw('url') === url)
  }

  /** The one extension with this URL, if there is one. */
  extension(url: string): FhirNode | undefined {
    const [first, second] = this.extensions(url)
    second?.fault('is there twice')
    return first
  }

  /** An extension's value of this type, which must be there. */
  value(type: string): unknown {
    const value = this.raw(type)
    if (value === undefined) this.fault('is missing', type)
    return value
  }

  /** The value of the one extension with this URL; undefined where there is none. */
  extensionValue(url: string, type: string): unknown {
    return this.extension(url)?.value(type)
  }
}
