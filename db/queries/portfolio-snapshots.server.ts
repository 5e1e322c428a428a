import { aliasedTable, and, asc, desc, eq, lt, lte, sql } from 'drizzle-orm'
import type { AgencyAtBoth, Snapshot } from '../../assessments/portfolio/snapshot.ts'
import type { Database } from '../database.server.ts'
import { agenciesOf, matching, type Portfolio, type PortfolioFilter } from './portfolio.server.ts'

/** Two moments of a portfolio. */
export interface Moments {
  /** What counted before this day, and up to the end of this day: as-of dates, `YYYY-MM-DD`. */
  from: string
  to: string
  /** Only what was final by then is known. */
  knownBy: Date
}

const pageSize = 250

/**
 * What counted at two moments of each agency that shares its scores and was enrolled by then, of those that a filter
 * leaves: read in pages, with a turn for others in between.
 */
export async function* portfolioSnapshots(
  database: Database,
  portfolio: Portfolio,
  filter: PortfolioFilter,
  moments: Moments,
): AsyncGenerator<AgencyAtBoth> {
  let after = { name: '', agencyId: '' }
  for (;;) {
    const rows = await snapshotsPage(database, portfolio, filter, moments, after)
    for (const { name, agencyId, enrolledAt, shares, sizeBand, before, now } of rows) {
      after = { name, agencyId }
      const enrolledIn = enrolledAt?.getUTCFullYear() ?? 0
      yield { sizeBand, enrolledIn, sharesAnswers: shares === 'answers', before, now } satisfies AgencyAtBoth
    }
    if (rows.length < pageSize) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function snapshotsPage(
  database: Database,
  portfolio: Portfolio,
  filter: PortfolioFilter,
  { from, to, knownBy }: Moments,
  after: { name: string; agencyId: string },
) {
  const { results } = database.tables
  const agencies = agenciesOf(database, portfolio)
  const [before, now] = [aliasedTable(results, 'before'), aliasedTable(results, 'now')]
  const counted = (table: typeof now, day: ReturnType<typeof lte>) =>
    isTheOneThatCounts(database, portfolio.slug, agencies.agencyId, table, day, knownBy)
  return database.orm
    .select({
      name: agencies.name,
      agencyId: agencies.agencyId,
      sizeBand: agencies.sizeBand,
      enrolledAt: agencies.enrolledAt,
      shares: agencies.shares,
      before: columnsOf(before),
      now: columnsOf(now),
    })
    .from(agencies)
    .leftJoin(before, counted(before, lt(results.asOf, from)))
    .leftJoin(now, counted(now, lte(results.asOf, to)))
    .where(
      and(
        matching(database, portfolio, agencies, filter),
        sql`${agencies.shares} <> 'profile'`,
        lte(agencies.enrolledAt, knownBy),
        // As a pair, so that the index of names leads to where the page before ended.
        sql`(${agencies.name}, ${agencies.agencyId}) > (${after.name}, ${after.agencyId})`,
      ),
    )
    .orderBy(asc(agencies.name), asc(agencies.agencyId))
    .limit(pageSize)
}

type Results = Database['tables']['results']

const columnsOf = (table: Results) =>
  ({
    version: table.version,
    coReviewed: table.coReviewed,
    displayed: table.displayed,
    band: table.band,
    domainScores: table.domainScores,
    domainBands: table.domainBands,
    levels: table.levels,
    agencyLevels: table.agencyLevels,
  }) satisfies Record<keyof Snapshot, unknown>

/** The copy that counted on a day: of the latest round by then the latest copy that was known. */
function isTheOneThatCounts(
  { orm, tables: { results } }: Database,
  slug: string,
  agencyId: ReturnType<typeof agenciesOf>['agencyId'],
  table: Results,
  day: ReturnType<typeof lte>,
  knownBy: Date,
) {
  const latest = <T extends 'assessmentId' | 'number'>(column: T) =>
    orm
      .select({ value: results[column] })
      .from(results)
      .where(
        and(eq(results.agencyId, agencyId), eq(results.slug, slug), day, lte(results.finalizedAt, knownBy)),
      )
      .orderBy(desc(results.asOf), desc(results.finalizedAt))
      .limit(1)
  return and(
    eq(table.assessmentId, sql`(${latest('assessmentId')})`),
    eq(table.number, sql`(${latest('number')})`),
  )
}
