import type { Portfolio, PortfolioFilter } from '#db/queries/portfolio.server.ts'
import { dueDates } from './due-dates.ts'
import { readPortfolioQuery, type PortfolioQuery } from './portfolio-query.ts'

/** The questionnaire that a portfolio is of where its URL names none. */
const usual = 'pmhc-self-assessment'

/** What a portfolio's query, kept as text, asks for on a day. */
export function portfolioOf(
  programId: string,
  query: string,
  today: string,
): { portfolio: Portfolio; filter: PortfolioFilter; asked: PortfolioQuery } {
  const asked = readPortfolioQuery(new URLSearchParams(query))
  const { search, state, county, type, size, partner, band, version, tag, standing } = asked
  return {
    portfolio: { programId, slug: asked.questionnaire ?? usual, ...dueDates(today) },
    filter: { search, state, county, type, size, partner, band, version, tag, standing },
    asked,
  }
}
