import { countTry, type Limit } from '#db/queries/rate-limits.server.ts'
import type { RequestContext } from '../context.server.ts'
import { hashOf } from './link-secret.server.ts'

const minutes = 60_000

/** What is limited for each email address or person, wherever the tries come from. */
const limits = {
  /** Tries to sign in to one account. */
  'sign-in': { most: 30, milliseconds: 15 * minutes },
  /** Mail that anyone can have sent to an address. */
  'account-mail': { most: 3, milliseconds: 60 * minutes },
  /** Passwords that a signed-in person types to confirm something. */
  password: { most: 10, milliseconds: 15 * minutes },
} satisfies Record<string, Omit<Limit, 'key'>>

/** Counts a try and answers whether it is allowed; `whose` is kept as a hash only. */
export async function withinLimit(
  { database, environment, now }: RequestContext,
  what: keyof typeof limits,
  whose: string,
): Promise<boolean> {
  if (environment.mode === 'test') return true
  return countTry(database, { key: `${what}|${hashOf(whose)}`, ...limits[what] }, now())
}
