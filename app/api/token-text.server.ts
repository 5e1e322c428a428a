import { randomBytes } from 'node:crypto'

/** What a token begins with, so that a scanner for leaked secrets, or a person, knows one. */
export const tokenPrefix = 'pmhc_'

/** A token: the prefix and 32 random bytes in hexadecimal, which a double click selects whole. */
export function newToken(): string {
  return tokenPrefix + randomBytes(32).toString('hex')
}

/** Whether a text could be a token; whatever else is sent never reaches the database. */
export function looksLikeToken(text: string): boolean {
  return /^pmhc_[0-9a-f]{64}$/.test(text)
}
