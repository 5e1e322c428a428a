import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import type { Portfolio, PortfolioFilter } from '#db/queries/portfolio.server.ts'
import { dayOf } from '../calendar.ts'
import { notFound, type RequestContext } from '../context.server.ts'
import { dueDates } from './due-dates.ts'
import type { PortfolioQuery } from './portfolio-query.ts'

/** A program's portfolio with one questionnaire, as of its own today. */
export interface OpenPortfolio {
  portfolio: Portfolio
  filter: PortfolioFilter
  today: string
  /** All versions, the newest first. */
  lineage: Questionnaire[]
  newest: Questionnaire
  /** The same for as long as nothing in it has changed and the day is the same. */
  key: string
}

/** Which agencies a URL asks for. */
export function openPortfolio(
  { catalog, now }: RequestContext,
  { id, timeZone, portfolioRevision }: Organization,
  query: PortfolioQuery,
): OpenPortfolio {
  const slug = query.questionnaire ?? firstSlug(catalog)
  const lineage = catalog.lineage(slug).filter(({ draft }) => !draft)
  const [newest] = lineage
  if (!newest) throw notFound()
  const today = dayOf(now(), timeZone)
  const portfolio = { programId: id, slug, ...dueDates(today) }
  const { search, state, county, type, size, partner, band, version, tag, standing } = query
  const filter = { search, state, county, type, size, partner, band, version, tag, standing }
  const key = JSON.stringify([id, portfolioRevision, slug, today])
  return { portfolio, filter, today, lineage, newest, key }
}

/** The questionnaire that the framework is about, or whatever else this installation has. */
export function firstSlug({ versions }: RequestContext['catalog']): string {
  const own = versions.find(({ slug }) => slug === 'pmhc-self-assessment') ?? versions[0]
  return own?.slug ?? ''
}
