import { signed } from '../../charts/findings.ts'
import type { Count, Movement, ScopeFigures, Spread } from '../program-figures.ts'

const untold = 'not told'

/** A count as a report tells it. */
export const countWords = (count: Count) => (count === null ? untold : String(count))

/** A score that may be too few agencies' to be told. */
export const scoreWords = (score: number | null) => (score === null ? '–' : String(score))

/** "12 improved, 4 declined, 3 the same, of 19 agencies" */
export function movementSentence({ n, improved, declined, same }: Movement): string {
  if (n === 0) return 'No agency can be compared.'
  const parts = `${countWords(improved)} improved, ${countWords(declined)} declined and ${countWords(same)} stayed the same`
  return `Of ${agencies(n)} that can be compared, ${parts}.`
}

/** "19 agencies" */
export function agencies(count: Count): string {
  if (count === null) return 'a number of agencies that is not told'
  return `${count} ${count === 1 ? 'agency' : 'agencies'}`
}

export const changeWords = (change: number | null) => (change === null ? '–' : signed(change))

/** The spread of scores in words, for whoever hears a chart. */
export function spreadWords(spread: Spread): string {
  const { n, median, lowerQuartile, upperQuartile } = spread
  if (median === null) return untold
  return `middle score ${median}, half of ${agencies(n)} between ${scoreWords(lowerQuartile)} and ${scoreWords(upperQuartile)}`
}

/** The domain with the lowest middle score; null where none can be told. */
export function lowestDomain(domains: readonly ScopeFigures[]): { title: string; median: number } | null {
  const known = domains.flatMap(({ title, now: { median } }) => (median === null ? [] : [{ title, median }]))
  return known.sort((a, b) => a.median - b.median)[0] ?? null
}
