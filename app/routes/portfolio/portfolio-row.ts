import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { listPortfolio } from '#db/queries/portfolio.server.ts'
import { agencyTypeWords, sizeBandWords } from '#app/accounts/organization-words.ts'
import { addMonths } from '#app/calendar.ts'
import { formatDate, formatDue, formatScore } from '#app/format.ts'
import { reviewWords } from '#app/review-words.ts'
import { standingWords } from '#app/portfolio/standing-words.ts'

type Row = Awaited<ReturnType<typeof listPortfolio>>[number]

/** An agency of the list in words, with no more than it shares. */
export function portfolioRow(row: Row, tags: readonly string[], { scoring }: Questionnaire, today: string) {
  const { agencyId, name, state, county, agencyType, sizeBand, standing } = row
  return {
    ...{ agencyId, name, standing, tags },
    place: `${county}, ${state}`,
    kind: agencyType === null ? '' : agencyTypeWords[agencyType],
    size: sizeBand === null ? '' : `${sizeBandWords[sizeBand]} officers`,
    standingWords: standingWords[standing],
    due: dueWords(row, today),
    latest: row.asOf === null ? null : `${formatDate(row.asOf)}, ${reviewWords(row.coReviewed ?? false)}`,
    score: scoreWords(row),
    band: scoring.bands.find(({ id }) => id === row.band)?.label ?? null,
  }
}

function dueWords({ standing, asOf, reassessMonths }: Row, today: string): string | null {
  if (asOf === null || !['final', 'due', 'late'].includes(standing)) return null
  return formatDue(addMonths(asOf, reassessMonths), today)
}

function scoreWords({ shares, asOf, score, answered, applicable }: Row): string {
  if (shares === 'profile') return 'Not shared'
  if (asOf === null) return 'None yet'
  return formatScore({ displayed: score, answered: answered ?? 0, applicable: applicable ?? 0 })
}
