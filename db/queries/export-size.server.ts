import { and, asc, count, eq, inArray, sql, sum } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { ExportLimits, ExportSource } from './exportables.server.ts'
import { isLatestCopy } from './latest-copy.server.ts'
import { agenciesOf, matching, type Portfolio, type PortfolioFilter } from './portfolio.server.ts'
import { findSharedOf } from './sharing.server.ts'

/** How much an export will hold, known before anything is written. */
export interface ExportSize {
  assessments: number
  /** One row for each domain's score, and for all. */
  scoreRows: number
  /** Responses are counted exactly only by reading them; the answered scored items alone are so many. */
  responseRowsAtLeast: number
}

/**
 * The agencies that a filter leaves and that share scores, by name. All at once: an id each, and the filter then means
 * the same agencies from the first row of the export to the last.
 */
export async function chooseAgencies(
  database: Database,
  portfolio: Portfolio,
  filter: PortfolioFilter,
): Promise<string[]> {
  const agencies = agenciesOf(database, portfolio)
  const rows = await database.orm
    .select({ agencyId: agencies.agencyId })
    .from(agencies)
    .where(and(matching(database, portfolio, agencies, filter), sql`${agencies.shares} <> 'profile'`))
    .orderBy(asc(agencies.name), asc(agencies.agencyId))
  return rows.map(({ agencyId }) => agencyId)
}

/** How much there is of an agency for its own people. */
export function sizeOfOwn(
  source: ExportSource,
  agencyId: string,
  limits: ExportLimits = {},
): Promise<ExportSize> {
  return sizeOf(source, [agencyId], new Set([agencyId]), limits)
}

const agenciesAtOnce = 500

/** How much there is of these agencies for a program. */
export async function sizeOfFollowed(
  source: ExportSource,
  programId: string,
  agencies: readonly string[],
  limits: ExportLimits = {},
): Promise<ExportSize> {
  const total: ExportSize = { assessments: 0, scoreRows: 0, responseRowsAtLeast: 0 }
  for (let from = 0; from < agencies.length; from += agenciesAtOnce) {
    const page = agencies.slice(from, from + agenciesAtOnce)
    const shared = (await findSharedOf(source.database, programId, page)).filter(
      ({ step }) => step !== 'profile',
    )
    const answers = shared.flatMap(({ agencyId, step }) => (step === 'answers' ? [agencyId] : []))
    const ids = shared.map(({ agencyId }) => agencyId)
    const size = await sizeOf(source, ids, new Set(answers), limits)
    total.assessments += size.assessments
    total.scoreRows += size.scoreRows
    total.responseRowsAtLeast += size.responseRowsAtLeast
  }
  return total
}

async function sizeOf(
  { database, catalog }: ExportSource,
  agencies: readonly string[],
  withAnswers: ReadonlySet<string>,
  limits: ExportLimits,
): Promise<ExportSize> {
  const total: ExportSize = { assessments: 0, scoreRows: 0, responseRowsAtLeast: 0 }
  for (const row of await countCopies(database, agencies, limits)) {
    const domains = catalog.find(row.slug, row.version)?.questionnaire.domains.length ?? 0
    total.assessments += row.assessments
    total.scoreRows += row.assessments * (domains + 1)
    // What both sides agreed on stands there beside the agency's own.
    const sides = row.coReviewed ? 2 : 1
    if (withAnswers.has(row.agencyId)) total.responseRowsAtLeast += sides * Number(row.answered)
  }
  return total
}

/** By agency, version and whether they are co-reviewed. PostgreSQL gives a sum as text. */
function countCopies(database: Database, agencies: readonly string[], { slug, knownBy }: ExportLimits) {
  const { assessments, frozenCopies, results } = database.tables
  const { assessmentId, number } = frozenCopies
  return database.orm
    .select({
      ...{ agencyId: assessments.agencyId, slug: assessments.slug, version: assessments.version },
      ...{ coReviewed: results.coReviewed, assessments: count(), answered: sum(results.answered) },
    })
    .from(assessments)
    .innerJoin(frozenCopies, eq(assessmentId, assessments.id))
    .leftJoin(results, and(eq(results.assessmentId, assessmentId), eq(results.number, number)))
    .where(
      and(
        inArray(assessments.agencyId, [...agencies]),
        slug === undefined ? undefined : eq(assessments.slug, slug),
        isLatestCopy(database, knownBy),
      ),
    )
    .groupBy(assessments.agencyId, assessments.slug, assessments.version, results.coReviewed)
}
