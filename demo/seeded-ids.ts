import type { Random } from './random.ts'

type Uuid = ReturnType<typeof crypto.randomUUID>

/**
 * Lets the program's own functions make ids from a seed for as long as a task takes, so that the
 * demonstration is the same each time that it is made. For nothing else.
 */
export async function withSeededIds<T>(random: Random, task: () => Promise<T>): Promise<T> {
  const value = () => seededUuid(random)
  Object.defineProperty(crypto, 'randomUUID', { value, configurable: true })
  try {
    return await task()
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID')
  }
}

/** A UUID of version 4 by its form. */
function seededUuid(random: Random): Uuid {
  const digits = Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join('')
  const variant = random.pick(['8', '9', 'a', 'b'])
  const [a, b, c, d] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20)]
  return `${a}-${b}-4${c}-${variant}${d}-${digits.slice(20)}`
}
