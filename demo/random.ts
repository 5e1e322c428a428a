/** A source of random numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to 1. */
  next(): number
  /** From −size to +size, most often near 0. */
  around(size: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
}

/** Makes a source from words that say what it is for, so that adding one disturbs no other. */
export function randomFor(...words: readonly (string | number)[]): Random {
  const next = mulberry32(hashOf(words.join(' ')))
  return {
    next,
    around: (size) => (next() + next() - 1) * size,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[Math.floor(next() * list.length)]
      if (picked === undefined) throw new RangeError('there is nothing to pick from')
      return picked
    },
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Tommy Ettinger's mulberry32, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
