/** One thing that is wrong with a file or with what somebody sent. */
export interface Fault {
  /** Where, as a JSON path such as `domains[0].items[3].anchors.2`; empty for the whole. */
  path: string
  /** What is wrong, in plain words that read on after the path: `is missing`. */
  reason: string
}

/** What comes of reading something that may be wrong: `T` if it is right, all of its faults if not. */
export type Reading<T> = ({ status: 'valid' } & T) | { status: 'invalid'; faults: Fault[] }

const plainKey = /^[\w-]+$/

/** Writes keys and indexes as a JSON path: `['domains', 0, 'a.b']` becomes `domains[0]["a.b"]`. */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    const name = String(key)
    if (!plainKey.test(name)) return `${path}[${JSON.stringify(name)}]`
    return path === '' ? name : `${path}.${name}`
  }, '')
}

/** Puts `prefix` before a path that is relative to it. */
export function joinPaths(prefix: string, path: string): string {
  if (prefix === '' || path === '') return prefix + path
  return path.startsWith('[') ? prefix + path : `${prefix}.${path}`
}

/** Writes a fault as one line: `levels[1].value: must be a number`. */
export function faultLine({ path, reason }: Fault): string {
  return path === '' ? reason : `${path}: ${reason}`
}
