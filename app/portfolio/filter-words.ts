import { filterParts, readPortfolioQuery } from './portfolio-query.ts'

const names: Record<(typeof filterParts)[number], string> = {
  search: 'name or county has',
  state: 'state',
  county: 'county',
  type: 'type',
  size: 'size',
  partner: 'partner',
  band: 'band',
  version: 'version',
  tag: 'tag',
  standing: 'standing',
}

/** Which agencies a portfolio's query leaves, in words: "All", or "State OH, size 10-24". */
export function filterWords(query: string): string {
  const asked = readPortfolioQuery(new URLSearchParams(query))
  const parts = filterParts.flatMap((name) => {
    const value = asked[name]
    return value === undefined ? [] : [`${names[name]} ${value}`]
  })
  if (parts.length === 0) return 'All that share their scores'
  const text = parts.join(', ')
  return `Those that share their scores, with ${text}`
}
