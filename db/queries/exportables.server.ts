import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Catalog } from '../../assessments/catalog.ts'
import type { Exportable } from '../../assessments/exporting/exportable.ts'
import { scorecardSha256 } from '../../assessments/exporting/scorecard-sha256.server.ts'
import { readFrozen } from '../../assessments/frozen-copy.ts'
import { sharedCopy } from '../../assessments/shared-copy.ts'
import { everything, type Sharing } from '../../assessments/sharing.ts'
import type { Database } from '../database.server.ts'
import { isLatestCopy } from './latest-copy.server.ts'
import { findSharedOf, sharingOf, type Shared } from './sharing.server.ts'

/** Where exportables are read from, and what is known of the versions in use. */
export interface ExportSource {
  database: Database
  catalog: Pick<Catalog, 'find'>
}

/** Narrows what is read; what is left out leaves all. */
export interface ExportLimits {
  slug?: string | undefined
  /** Only what was final by then, so that several readings for one export agree. */
  knownBy?: Date | undefined
}

/** Agencies whose assessments are read in one query: of ten rounds, some two megabytes. */
const agenciesAtOnce = 25

/** The latest frozen copy of one assessment, as much of it as this sharing leaves; null where that is nothing. */
export async function findExportable(
  source: ExportSource,
  assessmentId: string,
  sharing: Sharing = everything,
): Promise<Exportable | null> {
  const { assessments } = source.database.tables
  const [row] = await readCopies(source.database, eq(assessments.id, assessmentId))
  return row ? exportableOf(source.catalog, row, sharing) : null
}

/** All that an agency ever made final, for its own people: the latest copy of each round, the oldest first. */
export async function* ownExportables(
  source: ExportSource,
  agencyId: string,
  limits: ExportLimits = {},
): AsyncGenerator<Exportable> {
  for (const row of await readRounds(source.database, [agencyId], limits)) {
    const exportable = exportableOf(source.catalog, row, everything)
    if (exportable) yield exportable
  }
}

/** What is told of each page that was read: what these agencies share at that moment. */
export type OnShared = (shared: readonly Shared[]) => void

/**
 * What a program may have of these agencies, in their order: the latest copy of each round, the oldest first. What is
 * shared is read with each page of them, and not before, so that what an agency took back meanwhile isn't in it.
 */
export async function* followedExportables(
  source: ExportSource,
  programId: string,
  agencies: readonly string[],
  { onShared, ...limits }: ExportLimits & { onShared?: OnShared | undefined } = {},
): AsyncGenerator<Exportable> {
  for (let from = 0; from < agencies.length; from += agenciesAtOnce) {
    const page = agencies.slice(from, from + agenciesAtOnce)
    yield* followedPage(source, programId, page, { ...limits, onShared })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function* followedPage(
  { database, catalog }: ExportSource,
  programId: string,
  page: readonly string[],
  { onShared, ...limits }: ExportLimits & { onShared?: OnShared | undefined },
) {
  const sharing = await findSharedOf(database, programId, page)
  onShared?.(sharing)
  const byAgency = new Map(sharing.map((shared) => [shared.agencyId, shared]))
  const rows = await readRounds(database, [...byAgency.keys()], limits)
  for (const agencyId of page) {
    const shared = byAgency.get(agencyId)
    if (!shared) continue
    for (const row of rows.filter(({ agency }) => agency.id === agencyId)) {
      const exportable = exportableOf(catalog, row, sharingOf(shared, row.partnershipId))
      if (exportable) yield exportable
    }
  }
}

function readRounds(database: Database, agencies: readonly string[], { slug, knownBy }: ExportLimits) {
  const { assessments } = database.tables
  const ofSlug = slug === undefined ? undefined : eq(assessments.slug, slug)
  return readCopies(database, and(inArray(assessments.agencyId, [...agencies]), ofSlug), knownBy)
}

type CopyRow = Awaited<ReturnType<typeof readCopies>>[number]

function readCopies(database: Database, which: SQL | undefined, knownBy?: Date) {
  const { assessments, frozenCopies, organizations } = database.tables
  return database.orm
    .select({
      slug: assessments.slug,
      version: assessments.version,
      partnershipId: assessments.partnershipId,
      copy: frozenCopies.number,
      finalizedAt: frozenCopies.finalizedAt,
      document: frozenCopies.document,
      agency: {
        id: organizations.id,
        name: organizations.name,
        state: organizations.state,
        county: organizations.county,
        type: organizations.agencyType,
        sizeBand: organizations.sizeBand,
        ori: organizations.ori,
      },
    })
    .from(assessments)
    .innerJoin(frozenCopies, eq(frozenCopies.assessmentId, assessments.id))
    .innerJoin(organizations, eq(organizations.id, assessments.agencyId))
    .where(and(which, isLatestCopy(database, knownBy)))
    .orderBy(asc(assessments.asOf), asc(assessments.startedAt), asc(assessments.id))
}

function exportableOf(
  catalog: ExportSource['catalog'],
  { slug, version, agency, copy, finalizedAt, document }: CopyRow,
  sharing: Sharing,
): Exportable | null {
  const known = catalog.find(slug, version)
  if (!known) throw new Error(`The questionnaire ${slug}@${version} is in use and not known.`)
  const { questionnaire } = known
  const shared = sharedCopy(readFrozen(document), questionnaire, sharing)
  if (!shared) return null
  return {
    ...{ agency, copy, questionnaire, shared },
    finalizedAt: finalizedAt.toISOString(),
    scorecardSha256: scorecardSha256(shared),
  }
}
