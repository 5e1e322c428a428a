import { jsonPath, type Fault } from './faults.ts'

/** A JSON text read: what it holds, with a fault for each key that an object has twice; or broken. */
export type JsonReading =
  { status: 'read'; json: unknown; faults: Fault[] } | { status: 'broken'; fault: Fault }

/** Reads JSON text, telling the line and column where it breaks. A byte-order mark is passed over. */
export function readJson(text: string): JsonReading {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const scanner = new JsonScanner(source)
  try {
    scanner.scan()
  } catch (error) {
    if (!(error instanceof JsonBreak)) throw error
    return { status: 'broken', fault: { path: '', reason: breakReason(source, error) } }
  }
  return { status: 'read', json: JSON.parse(source) as unknown, faults: scanner.repeatedKeys }
}

function breakReason(source: string, { at, message }: JsonBreak): string {
  const lines = source.slice(0, at).split('\n')
  const column = (lines.at(-1)?.length ?? 0) + 1
  return `is not JSON: ${message} at line ${lines.length}, column ${column}`
}

class JsonBreak extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message)
  }
}

const deepest = 100

/**
 * Walks through JSON text for what `JSON.parse` keeps to itself: where the text breaks, and the keys that
 * an object repeats (of which it silently takes the last).
 */
class JsonScanner {
  readonly repeatedKeys: Fault[] = []
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Throws a JsonBreak where the text stops being JSON. */
  scan(): void {
    this.#value([])
    if (this.#peek() !== '') this.#break('something follows after the end')
  }

  #value(path: PropertyKey[]): void {
    if (path.length > deepest) this.#break('lists and objects are nested too deep')
    const next = this.#peek()
    if (next === '{') this.#object(path)
    else if (next === '[') this.#list(path)
    else if (next === '"') this.#string()
    else if (!this.#take(/(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y)) {
      this.#break(next === '' ? 'it ends too early' : 'a value was expected')
    }
  }

  #object(path: PropertyKey[]): void {
    const keys = new Set<string>()
    this.#entries('}', () => {
      if (this.#peek() !== '"') this.#break('a key in double quotes was expected')
      const key = this.#string()
      if (keys.has(key)) this.repeatedKeys.push({ path: jsonPath([...path, key]), reason: 'is there twice' })
      keys.add(key)
      if (this.#peek() !== ':') this.#break('a colon was expected')
      this.#at += 1
      this.#value([...path, key])
    })
  }

  #list(path: PropertyKey[]): void {
    let index = 0
    this.#entries(']', () => this.#value([...path, index++]))
  }

  #entries(end: '}' | ']', entry: () => void): void {
    this.#at += 1
    if (this.#peek() !== end) {
      entry()
      while (this.#peek() === ',') {
        this.#at += 1
        entry()
      }
    }
    if (this.#peek() !== end) this.#break(`a comma or "${end}" was expected`)
    this.#at += 1
  }

  #string(): string {
    const start = this.#at
    const token = this.#take(/"(?:[^"\\\n]+|\\.)*"/y)
    if (token === undefined) this.#break('text in double quotes is never closed')
    try {
      return String(JSON.parse(token))
    } catch {
      throw new JsonBreak(start, 'text holds a control character or a wrong escape')
    }
  }

  /** The next character that isn't white space, or '' at the end. */
  #peek(): string {
    this.#take(/[ \t\r\n]*/y)
    return this.#text.charAt(this.#at)
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const token = pattern.exec(this.#text)?.[0]
    this.#at += token?.length ?? 0
    return token
  }

  #break(message: string): never {
    throw new JsonBreak(this.#at, message)
  }
}
