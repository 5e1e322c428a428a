import { z } from 'zod'
import { gapFilters, stateFilters, type Filters } from './filters.ts'

const schema = z.object({
  domain: z.string().max(100).catch(''),
  gap: z.enum(gapFilters).catch('any'),
  state: z.enum(stateFilters).catch('any'),
})

/** Reads the filters of a URL; what it doesn't name, or names wrongly, filters nothing. */
export function readFilters(search: URLSearchParams, domains: readonly { id: string }[]): Filters {
  const { domain, ...rest } = schema.parse(Object.fromEntries(search))
  return { ...rest, domain: domains.some(({ id }) => id === domain) ? domain : '' }
}
