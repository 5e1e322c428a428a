import { z } from 'zod'
import { agencyTypes, portfolioOrders, sizeBands, standings } from '#db/words.ts'

const word = z.string().trim().min(1).max(100)

/** What a portfolio's URL can ask for, each by its name in the URL. */
const parts = {
  questionnaire: z.string().regex(/^[a-z0-9-]{1,100}$/),
  search: word,
  state: z.string().regex(/^[A-Z]{2}$/),
  county: word,
  type: z.enum(agencyTypes),
  size: z.enum(sizeBands),
  partner: z.enum(['with', 'without']),
  band: z.string().regex(/^[a-z0-9-]{1,100}$/),
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  tag: word,
  standing: z.enum(standings),
  order: z.enum(portfolioOrders),
  down: z.literal('1'),
  page: z.coerce.number().int().min(1).max(100_000),
}

type Part = keyof typeof parts
type Parsed = { [Name in Part]?: z.infer<(typeof parts)[Name]> }

/** What a portfolio's URL asks for, and the names of what in it says nothing that there is. */
export interface PortfolioQuery extends Parsed {
  notUnderstood: string[]
}

/** Reads a portfolio's URL; what is empty is left out, as a form sends what wasn't filled in. */
export function readPortfolioQuery(search: URLSearchParams): PortfolioQuery {
  const query: PortfolioQuery = { notUnderstood: [] }
  for (const [name, schema] of Object.entries(parts)) {
    const given = search.get(name)
    if (given === null || given.trim() === '') continue
    const { success, data } = schema.safeParse(given)
    if (success) Object.assign(query, { [name]: data })
    else query.notUnderstood.push(name)
  }
  return query
}

/** Those parts of the URL that say which agencies; the others say how they are listed. */
export const filterParts = [
  ...(['search', 'state', 'county', 'type', 'size', 'partner'] as const),
  ...(['band', 'version', 'tag', 'standing'] as const),
]

/** The query of a URL, without the question mark, with some parts replaced or, by null, left out. */
export function portfolioSearch(
  query: Parsed,
  changes: Partial<Record<Part, string | number | null>> = {},
): string {
  const names = Object.keys(parts) as Part[]
  const search = new URLSearchParams()
  for (const name of names) {
    const value = name in changes ? changes[name] : query[name]
    if (value !== undefined && value !== null && !(name === 'page' && value === 1)) {
      search.set(name, String(value))
    }
  }
  return search.toString()
}
