import type { Organization } from '#db/queries/organizations.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { figuresOver, readCutoff } from '#app/portfolio/figures.server.ts'
import { offeredPeriods, readPeriod } from '#app/portfolio/period.ts'
import { openPortfolio } from '#app/portfolio/portfolio.server.ts'
import { filterParts, portfolioSearch, readPortfolioQuery } from '#app/portfolio/portfolio-query.ts'
import { figuresView } from './figures-view.ts'

/** The figures of a program's agencies as the URL asks for them, or what in the URL can't be. */
export async function loadFigures(context: RequestContext, program: Organization, search: URLSearchParams) {
  const query = readPortfolioQuery(search)
  const open = openPortfolio(context, program, query)
  const { today, newest } = open
  const reading = readPeriod(search, today)
  const cutoff = readCutoff(search, today)
  const faults = [
    ...(reading.status === 'invalid' ? [reading.reason] : []),
    ...(cutoff === null ? ['The cut-off date is no day: write year, month and day'] : []),
  ]
  const asked = reading.status === 'valid' && cutoff !== null ? { period: reading.period, cutoff } : null
  return {
    program: { id: program.id, name: program.name },
    titled: newest.title,
    faults,
    filtered: filterParts.some((part) => query[part] !== undefined),
    listSearch: portfolioSearch(query, { page: null }),
    given: {
      ...{ period: search.get('period') ?? '', from: search.get('from') ?? '', to: search.get('to') ?? '' },
      cutoff: search.get('cutoff') ?? '',
    },
    kept: filterParts.flatMap((part) =>
      query[part] === undefined ? [] : [{ name: part, value: query[part] }],
    ),
    offered: offeredPeriods(today),
    shown: asked && {
      label: asked.period.label,
      before: `before ${formatDate(asked.period.from)}`,
      now: `up to ${formatDate(asked.period.to < today ? asked.period.to : today)}`,
      cutoff: formatDate(asked.cutoff),
      ...figuresView(await figuresOver(context, open, asked.period, asked.cutoff), newest),
    },
  }
}

export type FiguresData = Awaited<ReturnType<typeof loadFigures>>
