import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import type { Questionnaire } from '../../assessments/questionnaire.ts'
import { readQuestionnaire } from '../../assessments/read-questionnaire.ts'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'
import { writeAll } from '../write-all.server.ts'

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

/** A version that is in use, read from what the database keeps of it. */
export async function questionnaireOf(database: Database, name: Name): Promise<Questionnaire> {
  const kept = await findStoredVersion(database, name)
  const reading = kept && readQuestionnaire(JSON.parse(kept.json))
  if (reading?.status === 'valid') return reading.questionnaire
  throw new Error(`The questionnaire ${name.slug}@${name.version} is in use and can’t be read.`)
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

/**
 * Lets nothing new be started with a version; what was started stays as it is. One that was never used is kept
 * first. Answers false if it is withdrawn already, or another text is kept under its name.
 */
export async function withdrawVersion(database: Database, version: NewVersion, at: Date): Promise<boolean> {
  const { questionnaireVersions } = database.tables
  const kept = await findStoredVersion(database, version)
  if (kept && (kept.withdrawnAt || kept.sha256 !== version.sha256)) return false
  await writeAll(database, [
    storingVersion(database, version, at),
    (orm) => orm.update(questionnaireVersions).set({ withdrawnAt: at }).where(isNamed(database, version)),
  ])
  return true
}

/** Takes the withdrawal of a version back. Answers false if it isn't withdrawn. */
export async function offerAgain(database: Database, name: Name): Promise<boolean> {
  const { questionnaireVersions } = database.tables
  const kept = await findStoredVersion(database, name)
  if (!kept?.withdrawnAt) return false
  await database.orm.update(questionnaireVersions).set({ withdrawnAt: null }).where(isNamed(database, name))
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

/** How many assessments of a version there are. */
export interface VersionUse extends Name {
  inProgress: number
  final: number
}

/** How many assessments use each version, those in progress and the final ones apart. */
export async function listVersionUse(database: Database): Promise<VersionUse[]> {
  const { assessments } = database.tables
  const { slug, version, stage } = assessments
  const rows = await database.orm
    .select({ slug, version, stage, count: count() })
    .from(assessments)
    .groupBy(slug, version, stage)
  const uses = new Map<string, VersionUse>()
  for (const row of rows) {
    const name = `${row.slug}@${row.version}`
    const use = uses.get(name) ?? { slug: row.slug, version: row.version, inProgress: 0, final: 0 }
    use[row.stage === 'final' ? 'final' : 'inProgress'] += row.count
    uses.set(name, use)
  }
  return [...uses.values()]
}

function isNamed({ tables: { questionnaireVersions } }: Database, { slug, version }: Name) {
  return and(eq(questionnaireVersions.slug, slug), eq(questionnaireVersions.version, version))
}
