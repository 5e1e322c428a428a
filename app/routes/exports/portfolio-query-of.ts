import { filterParts, portfolioSearch, readPortfolioQuery } from '#app/portfolio/portfolio-query.ts'

/** Of a URL's query, what says which agencies of a portfolio: the same text for the same agencies. */
export function portfolioQueryOf(search: URLSearchParams): string {
  const { questionnaire, ...asked } = readPortfolioQuery(search)
  const kept = Object.fromEntries(filterParts.map((name) => [name, asked[name]]))
  return portfolioSearch({ ...(questionnaire && { questionnaire }), ...kept })
}
