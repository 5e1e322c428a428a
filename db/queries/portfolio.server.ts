import { and, asc, count, desc, eq, exists, not, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { AgencyType, PortfolioOrder, SizeBand, Standing } from '../words.ts'

/** Which of a program's agencies are asked for; what is left out leaves all. */
export interface PortfolioFilter {
  /** Part of a name or a county. */
  search?: string | undefined
  state?: string | undefined
  county?: string | undefined
  type?: AgencyType | undefined
  size?: SizeBand | undefined
  partner?: 'with' | 'without' | undefined
  band?: string | undefined
  version?: string | undefined
  tag?: string | undefined
  standing?: Standing | undefined
}

/** A program's agencies with one questionnaire, as of a day. */
export interface Portfolio {
  programId: string
  slug: string
  /** By the months after which an agency assesses itself again: the latest as-of date that is due, and late. */
  due: Readonly<Record<6 | 12, string>>
  late: Readonly<Record<6 | 12, string>>
}

/**
 * Each agency that a program follows, with no more than it shares: `score`, `band` and what they stand on are null
 * where scores aren't.
 * A subquery, so that the list, its counts and what is chosen from it can't differ.
 */
export function agenciesOf({ orm, tables }: Database, portfolio: Portfolio) {
  const { enrollments, organizations, results, assessments, sides } = tables
  const { programId, slug } = portfolio
  const shared = sql`${enrollments.shares} in ('scores', 'answers')`
  // These words stand in the statement, so that indexes over a part of a table are found.
  const isOpen = sql`${assessments.stage} <> 'final'`
  const isActive = sql`${enrollments.status} = 'active'`
  return orm
    .select({
      agencyId: organizations.id,
      // Not the organization's own column: this one has the index by which the list is ordered.
      name: sql<string>`${enrollments.agencyName}`.as('name'),
      state: organizations.state,
      county: organizations.county,
      agencyType: organizations.agencyType,
      sizeBand: organizations.sizeBand,
      reassessMonths: organizations.reassessMonths,
      shares: enrollments.shares,
      enrolledAt: enrollments.decidedAt,
      remindedAt: enrollments.remindedAt,
      standing: standingOf(tables, portfolio).as('standing'),
      asOf: results.asOf,
      version: results.version,
      coReviewed: results.coReviewed,
      score: sql<number | null>`case when ${shared} then ${results.displayed} end`.as('score'),
      band: sql<string | null>`case when ${shared} then ${results.band} end`.as('band'),
      answered: sql<number | null>`case when ${shared} then ${results.answered} end`.as('answered'),
      applicable: sql<number | null>`case when ${shared} then ${results.applicable} end`.as('applicable'),
    })
    .from(enrollments)
    .innerJoin(organizations, eq(organizations.id, enrollments.agencyId))
    .leftJoin(results, and(eq(results.agencyId, organizations.id), eq(results.slug, slug), results.latest))
    .leftJoin(
      assessments,
      and(eq(assessments.agencyId, organizations.id), eq(assessments.slug, slug), isOpen),
    )
    .leftJoin(sides, and(eq(sides.assessmentId, assessments.id), sql`${sides.side} = 'agency'`))
    .where(and(eq(enrollments.programId, programId), isActive))
    .as('agencies')
}

/** Where an agency stands: with what it has open, else with what was final last. */
function standingOf(
  { organizations, results, assessments, sides }: Database['tables'],
  { due, late }: Portfolio,
) {
  const ofMonths = (days: Readonly<Record<6 | 12, string>>) =>
    sql`case ${organizations.reassessMonths} when 6 then ${days[6]} else ${days[12]} end`
  return sql<Standing>`case
    when ${assessments.stage} = 'reconciling' then 'reconciling'
    when ${sides.submittedAt} is not null then 'submitted'
    when ${assessments.stage} is not null then 'answering'
    when ${results.asOf} is null then 'not-started'
    when ${results.asOf} <= ${ofMonths(late)} then 'late'
    when ${results.asOf} <= ${ofMonths(due)} then 'due'
    else 'final' end`
}

type Agencies = ReturnType<typeof agenciesOf>

/** The condition that an agency is one of those that are asked for. */
export function matching(
  database: Database,
  { programId }: Portfolio,
  agencies: Agencies,
  filter: PortfolioFilter,
): SQL | undefined {
  const same = (column: Parameters<typeof eq>[0], value: string | undefined) =>
    value === undefined ? undefined : eq(column, value)
  const { search, partner, tag } = filter
  return and(
    search === undefined ? undefined : or(contains(agencies.name, search), contains(agencies.county, search)),
    same(agencies.state, filter.state),
    same(agencies.county, filter.county),
    same(agencies.agencyType, filter.type),
    same(agencies.sizeBand, filter.size),
    same(agencies.band, filter.band),
    same(agencies.version, filter.version),
    same(agencies.standing, filter.standing),
    partner === 'with' ? hasPartner(database, agencies) : undefined,
    partner === 'without' ? not(hasPartner(database, agencies)) : undefined,
    tag === undefined ? undefined : isTagged(database, programId, agencies, tag),
  )
}

/** Whether a text holds another, in whatever case. */
function contains(column: Agencies['name' | 'county'], part: string): SQL {
  const pattern = `%${part.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`lower(${column}) like ${pattern} escape '\\'`
}

function hasPartner({ orm, tables: { partnerships } }: Database, agencies: Agencies) {
  const isActive = sql`${partnerships.status} = 'active'`
  return exists(
    orm
      .select({ id: partnerships.id })
      .from(partnerships)
      .where(and(eq(partnerships.agencyId, agencies.agencyId), isActive)),
  )
}

function isTagged({ orm, tables: { tags } }: Database, programId: string, agencies: Agencies, tag: string) {
  return exists(
    orm
      .select({ tag: tags.tag })
      .from(tags)
      .where(and(eq(tags.programId, programId), eq(tags.agencyId, agencies.agencyId), eq(tags.tag, tag))),
  )
}

/** Which part of the list is wanted, and in which order. */
export interface PortfolioPage {
  order: PortfolioOrder
  descending: boolean
  offset: number
  limit: number
}

/** One page of a portfolio's list. Whoever has nothing to be ordered by comes last. */
export async function listPortfolio(
  database: Database,
  portfolio: Portfolio,
  filter: PortfolioFilter,
  { order, descending, offset, limit }: PortfolioPage,
) {
  const agencies = agenciesOf(database, portfolio)
  const column = {
    ...{ name: agencies.name, state: agencies.state, standing: agencies.standing },
    ...{ 'as-of': agencies.asOf, score: agencies.score },
  }[order]
  const direction = descending ? desc : asc
  return database.orm
    .select()
    .from(agencies)
    .where(matching(database, portfolio, agencies, filter))
    .orderBy(
      ...(order === 'name' ? [] : [sql`${column} is null`, direction(column)]),
      order === 'name' ? direction(agencies.name) : asc(agencies.name),
      order === 'name' ? direction(agencies.agencyId) : asc(agencies.agencyId),
    )
    .limit(limit)
    .offset(offset)
}

/** How many agencies stand where, of those that a filter leaves; a standing that it names is left out of it. */
export async function countStandings(
  database: Database,
  portfolio: Portfolio,
  filter: PortfolioFilter,
): Promise<ReadonlyMap<Standing, number>> {
  const agencies = agenciesOf(database, portfolio)
  const rows = await database.orm
    .select({ standing: agencies.standing, agencies: count() })
    .from(agencies)
    .where(matching(database, portfolio, agencies, { ...filter, standing: undefined }))
    .groupBy(sql`${agencies.standing}`)
  return new Map(rows.map((row) => [row.standing, row.agencies]))
}
