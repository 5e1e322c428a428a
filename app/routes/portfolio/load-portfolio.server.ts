import { can, type Actor } from '#assessments/access.ts'
import { countStandings, listPortfolio } from '#db/queries/portfolio.server.ts'
import { portfolioFacets } from '#db/queries/portfolio-facets.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { listSavedViews } from '#db/queries/saved-views.server.ts'
import { tagsOf } from '#db/queries/tags.server.ts'
import { standings } from '#db/words.ts'
import type { RequestContext } from '#app/context.server.ts'
import { kept } from '#app/portfolio/kept.server.ts'
import { openPortfolio, type OpenPortfolio } from '#app/portfolio/portfolio.server.ts'
import { filterParts, readPortfolioQuery, type PortfolioQuery } from '#app/portfolio/portfolio-query.ts'
import { portfolioRow } from './portfolio-row.ts'

export const rowsOnPage = 50

/** A page of the program's agencies, as the URL asks for them. */
export async function loadPortfolio(
  context: RequestContext,
  organization: Organization,
  actor: NonNullable<Actor>,
  search: URLSearchParams,
) {
  const query = readPortfolioQuery(search)
  const open = openPortfolio(context, organization, query)
  const counts = await countsOf(context, open, query)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const total = query.standing === undefined ? all : (counts.get(query.standing) ?? 0)
  const pages = Math.max(1, Math.ceil(total / rowsOnPage))
  const page = Math.min(query.page ?? 1, pages)
  const subject = { organizationId: organization.id }
  return {
    program: { id: organization.id, name: organization.name },
    query: { ...query, page },
    filtered: filterParts.some((part) => query[part] !== undefined),
    questionnaires: questionnairesOf(context),
    titled: open.newest.title,
    bands: open.newest.scoring.bands.map(({ id, label }) => ({ id, label })),
    facets: await facetsOf(context, open, query),
    standings: standings.map((standing) => ({ standing, count: counts.get(standing) ?? 0 })),
    all,
    total,
    pages,
    rows: await rowsOf(context, open, query, page),
    views: await listSavedViews(context.database, organization.id),
    may: {
      arrange: can(actor, 'portfolio.arrange', subject),
      remind: can(actor, 'portfolio.remind', subject),
      enroll: can(actor, 'enrollments.manage', subject),
    },
  }
}

export type PortfolioData = Awaited<ReturnType<typeof loadPortfolio>>

/** Counted again only when something has changed; whether an agency has a partner moves no revision. */
function countsOf(
  { database }: RequestContext,
  { portfolio, filter, key }: OpenPortfolio,
  query: PortfolioQuery,
) {
  const count = () => countStandings(database, portfolio, filter)
  if (query.partner !== undefined) return count()
  return kept(database, `counts ${key} ${JSON.stringify({ ...filter, standing: null })}`, count)
}

function facetsOf(
  { database }: RequestContext,
  { portfolio, key }: OpenPortfolio,
  { state }: PortfolioQuery,
) {
  const read = () => portfolioFacets(database, portfolio, state)
  return kept(database, `facets ${key} ${state ?? ''}`, read)
}

async function rowsOf(
  { database }: RequestContext,
  { portfolio, filter, newest, today }: OpenPortfolio,
  { order = 'name', down }: PortfolioQuery,
  page: number,
) {
  const rows = await listPortfolio(database, portfolio, filter, {
    ...{ order, descending: down === '1', limit: rowsOnPage, offset: (page - 1) * rowsOnPage },
  })
  const tags = await tagsOf(
    database,
    portfolio.programId,
    rows.map(({ agencyId }) => agencyId),
  )
  return rows.map((row) => portfolioRow(row, tags.get(row.agencyId) ?? [], newest, today))
}

/** Every questionnaire that could be followed, by its newest title. */
function questionnairesOf({ catalog }: RequestContext) {
  const slugs = [...new Set(catalog.versions.map(({ slug }) => slug))]
  return slugs.flatMap((slug) => {
    const newest = catalog.lineage(slug).find(({ draft }) => !draft)
    return newest ? [{ slug, title: newest.title }] : []
  })
}
