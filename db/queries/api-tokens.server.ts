import { and, count, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import type { Organization } from './organizations.server.ts'

export type ApiToken = Tables['apiTokens']['$inferSelect']

/** A token as its organization's coordinators see it, and never what it hashes to. */
export interface ListedToken extends Pick<
  ApiToken,
  'id' | 'name' | 'createdAt' | 'expiresAt' | 'lastUsedAt'
> {
  createdByName: string
}

export interface NewToken {
  organizationId: string
  name: string
  /** SHA-256 of the token. */
  tokenHash: string
  expiresAt: Date
  by: string
  at: Date
}

/** Keeps a token; the caller shows it, once. */
export async function makeToken(database: Database, { by, at, ...token }: NewToken): Promise<{ id: string }> {
  const { apiTokens } = database.tables
  const id = crypto.randomUUID()
  const { organizationId } = token
  await writeAll(database, [
    (orm) => orm.insert(apiTokens).values({ ...token, id, createdBy: by, createdAt: at }),
    logActivity(database, { organizationId, personId: by, action: 'token.made', subject: id, at }),
  ])
  return { id }
}

/** The tokens of an organization that nobody has revoked, expired ones too, the newest first. */
export async function listTokens(
  { orm, tables: { apiTokens, people } }: Database,
  organizationId: string,
): Promise<ListedToken[]> {
  const { id, name, createdAt, expiresAt, lastUsedAt } = apiTokens
  return orm
    .select({ id, name, createdAt, expiresAt, lastUsedAt, createdByName: people.name })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.createdBy))
    .where(and(eq(apiTokens.organizationId, organizationId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(createdAt), desc(id))
}

/** How many tokens of an organization work at a moment, for the limit on making them. */
export async function countWorkingTokens(
  { orm, tables: { apiTokens } }: Database,
  organizationId: string,
  at: Date,
): Promise<number> {
  const [row] = await orm
    .select({ tokens: count() })
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.organizationId, organizationId),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, at),
      ),
    )
  return row?.tokens ?? 0
}

/** Makes a token useless from the next request on. Answers false if the organization has no such token. */
export async function revokeToken(
  database: Database,
  which: { organizationId: string; tokenId: string; by: string; at: Date },
): Promise<boolean> {
  const { apiTokens } = database.tables
  const { organizationId, tokenId, by, at } = which
  const mine = and(eq(apiTokens.id, tokenId), eq(apiTokens.organizationId, organizationId))
  const outcome = await writeAll(database, [
    guarded((orm) =>
      orm
        .update(apiTokens)
        .set({ revokedAt: at, revokedBy: by })
        .where(and(mine, isNull(apiTokens.revokedAt))),
    ),
    logActivity(database, { organizationId, personId: by, action: 'token.revoked', subject: tokenId, at }),
  ])
  return outcome.status === 'written'
}

/** A token that works at a moment, with its organization: neither revoked nor expired. */
export async function findWorkingToken(
  { orm, tables: { apiTokens, organizations } }: Database,
  tokenHash: string,
  at: Date,
): Promise<{ token: ApiToken; organization: Organization } | undefined> {
  const [row] = await orm
    .select({ token: apiTokens, organization: organizations })
    .from(apiTokens)
    .innerJoin(organizations, eq(organizations.id, apiTokens.organizationId))
    .where(and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, at)))
  return row
}

/** How exactly it is known when a token was used last: a busy one costs a write a minute. */
const usedWithin = 60_000

/** Remembers that a token was used, at most once a minute. */
export async function rememberUse(
  { orm, tables: { apiTokens } }: Database,
  { id, lastUsedAt }: Pick<ApiToken, 'id' | 'lastUsedAt'>,
  at: Date,
): Promise<void> {
  const before = new Date(at.getTime() - usedWithin)
  if (lastUsedAt && lastUsedAt > before) return
  await orm
    .update(apiTokens)
    .set({ lastUsedAt: at })
    .where(and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, at))))
}
