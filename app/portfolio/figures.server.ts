import { z } from 'zod'
import { figuresMaker, type ProgramFigures } from '#assessments/portfolio/figures.ts'
import { isCalendarDate } from '#assessments/calendar-date.ts'
import { portfolioSnapshots } from '#db/queries/portfolio-snapshots.server.ts'
import type { RequestContext } from '../context.server.ts'
import { addDays } from '../calendar.ts'
import { kept } from './kept.server.ts'
import type { Period } from './period.ts'
import type { OpenPortfolio } from './portfolio.server.ts'

const cutoffSchema = z.string().refine(isCalendarDate)

/** The day up to which assessments had to be final to be known; today where none is given, null where it is none. */
export function readCutoff(search: URLSearchParams, today: string): string | null {
  const given = search.get('cutoff') ?? ''
  return given === '' ? today : (cutoffSchema.safeParse(given).data ?? null)
}

/** The figures of a program's agencies over a period, as they were known on a day; kept until anything moves. */
export function figuresOver(
  { database }: RequestContext,
  { portfolio, filter, lineage, key }: OpenPortfolio,
  { from, to }: Period,
  cutoff: string,
): Promise<ProgramFigures> {
  const make = async () => {
    const maker = figuresMaker(lineage)
    // The whole day, wherever in the country: by the time that it has ended everywhere.
    const knownBy = new Date(`${addDays(cutoff, 1)}T12:00:00Z`)
    const agencies = portfolioSnapshots(database, portfolio, filter, { from, to, knownBy })
    for await (const agency of agencies) maker.add(agency)
    return maker.figures()
  }
  if (filter.partner !== undefined) return make()
  return kept(database, `figures ${key} ${JSON.stringify([filter, from, to, cutoff])}`, make)
}
