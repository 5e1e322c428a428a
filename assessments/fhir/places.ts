import { jsonPath, type Fault } from '../faults.ts'

/** Where in a FHIR resource each part of what was made of it comes from, so that a fault can say so. */
export class Places {
  readonly #places = new Map<string, string>()

  set(path: readonly PropertyKey[], location: string): void {
    this.#places.set(jsonPath(path), location)
  }

  /** A fault of ours at its place in the resource; what is left of its path goes before the reason. */
  locate({ path, reason }: Fault, whole: string): Fault {
    for (let end = path.length; end > 0; end = lastBreak(path, end)) {
      const location = this.#places.get(path.slice(0, end))
      if (location !== undefined) {
        const rest = path.slice(end).replace(/^\./, '')
        return { path: location, reason: rest === '' ? reason : `${rest} ${reason}` }
      }
    }
    return { path: whole, reason: path === '' ? reason : `${path} ${reason}` }
  }
}

/** Where the part of a path that ends at `end` begins. */
function lastBreak(path: string, end: number): number {
  const before = path.slice(0, end)
  return Math.max(before.lastIndexOf('.'), before.lastIndexOf('['), 0)
}

/** An object in the making, each field with the place that it was read from. */
export class Draft {
  readonly #fields: [string, unknown][] = []

  constructor(
    readonly places: Places,
    readonly path: readonly PropertyKey[],
    location: string,
  ) {
    places.set(path, location)
  }

  /** Sets a field, unless there is nothing to set; where it would stand is remembered either way. */
  put(field: string, value: unknown, location: string): this {
    this.places.set([...this.path, field], location)
    if (value !== undefined) this.#fields.push([field, value])
    return this
  }

  /** Sets a field to a list, each entry with a place of its own. */
  putAll(field: string, entries: readonly { value: unknown; location: string }[], location: string): this {
    entries.forEach((entry, i) => this.places.set([...this.path, field, i], entry.location))
    return this.put(
      field,
      entries.map(({ value }) => value),
      location,
    )
  }

  json(): Record<string, unknown> {
    return Object.fromEntries(this.#fields)
  }
}
