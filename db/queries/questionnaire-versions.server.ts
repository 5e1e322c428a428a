import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'

export type StoredVersion = Tables['questionnaireVersions']['$inferSelect']

/** A version's canonical JSON and its SHA-256. */
export type NewVersion = Pick<StoredVersion, 'slug' | 'version' | 'json' | 'sha256'>

type Name = Pick<StoredVersion, 'slug' | 'version'>

/** Every version that was ever used, with its JSON, by slug. */
export async function listStoredVersions(database: Database): Promise<StoredVersion[]> {
  const { questionnaireVersions } = database.tables
  return database.orm
    .select()
    .from(questionnaireVersions)
    .orderBy(asc(questionnaireVersions.slug), asc(questionnaireVersions.firstUsedAt))
}

/** A version that was used, by name. */
export async function findStoredVersion(database: Database, name: Name): Promise<StoredVersion | undefined> {
  const { questionnaireVersions } = database.tables
  const [row] = await database.orm.select().from(questionnaireVersions).where(isNamed(database, name))
  return row
}

/** A step of `writeAll` that keeps a version if it isn't kept yet; what was kept is never changed. */
export function storingVersion(database: Database, { slug, version, json, sha256 }: NewVersion, at: Date) {
  const { questionnaireVersions } = database.tables
  return (orm: Orm) =>
    orm
      .insert(questionnaireVersions)
      .values({ slug, version, json, sha256, firstUsedAt: at })
      .onConflictDoNothing()
}

/** Lets nothing new be started with a version. Answers false if it was never used or is withdrawn already. */
export async function withdrawVersion(database: Database, name: Name, at: Date): Promise<boolean> {
  const { questionnaireVersions } = database.tables
  const kept = await findStoredVersion(database, name)
  if (!kept || kept.withdrawnAt) return false
  await database.orm.update(questionnaireVersions).set({ withdrawnAt: at }).where(isNamed(database, name))
  return true
}

/** The names of the versions that were withdrawn from new use. */
export async function listWithdrawnVersions(database: Database): Promise<Name[]> {
  const { questionnaireVersions } = database.tables
  return database.orm
    .select({ slug: questionnaireVersions.slug, version: questionnaireVersions.version })
    .from(questionnaireVersions)
    .where(isNotNull(questionnaireVersions.withdrawnAt))
    .orderBy(asc(questionnaireVersions.slug), asc(questionnaireVersions.version))
}

function isNamed({ tables: { questionnaireVersions } }: Database, { slug, version }: Name) {
  return and(eq(questionnaireVersions.slug, slug), eq(questionnaireVersions.version, version))
}
