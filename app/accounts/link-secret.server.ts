import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link: 32 random bytes in letters that an address may hold. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a secret: its SHA-256, so that a copy of the database opens no door. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
