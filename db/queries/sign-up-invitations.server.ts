import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Database } from '../database.server.ts'

/** Where sign-up is by invitation only, an administrator lets one mail address in. */
export interface SignUpInvitation {
  /** SHA-256 of the link's secret. */
  tokenHash: string
  email: string
  expiresAt: Date
  at: Date
}

/** Keeps an invitation to sign up; the caller hands over its link. */
export async function inviteToSignUp(database: Database, invitation: SignUpInvitation): Promise<void> {
  const { verifications } = database.tables
  const { tokenHash, email, expiresAt, at } = invitation
  await database.orm.insert(verifications).values({
    id: crypto.randomUUID(),
    identifier: identifierOf(tokenHash),
    value: email.toLowerCase(),
    expiresAt,
    createdAt: at,
    updatedAt: at,
  })
}

/** The mail address that a link lets sign up: none if it is unknown, expired, or that address has an account. */
export async function findSignUpInvitation(
  database: Database,
  tokenHash: string,
  at: Date,
): Promise<string | undefined> {
  const { verifications, people } = database.tables
  const [row] = await database.orm
    .select({ email: verifications.value })
    .from(verifications)
    .leftJoin(people, eq(people.email, verifications.value))
    .where(
      and(
        eq(verifications.identifier, identifierOf(tokenHash)),
        gt(verifications.expiresAt, at),
        isNull(people.id),
      ),
    )
  return row?.email
}

function identifierOf(tokenHash: string): string {
  return `sign-up:${tokenHash}`
}
