import canonicalize from 'canonicalize'

/** JSON.stringify writes an escape of this range only for half of a surrogate pair that stands alone. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

/**
 * Writes a value as RFC 8785 canonical JSON: the same text for the same value, wherever it is written.
 * Throws a TypeError for what JSON can't hold: undefined, NaN, infinity, half of a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  const text = write(value)
  if (text === undefined) throw new TypeError('cannot be written as JSON')
  if (loneSurrogate.test(text)) throw new TypeError('holds half of a surrogate pair, which JSON text cannot')
  return text
}

function write(value: unknown): string | undefined {
  try {
    return canonicalize(value)
  } catch (error) {
    throw new TypeError('cannot be written as JSON', { cause: error })
  }
}
