import type { FrozenDocument } from '#assessments/frozen-copy.ts'
import { responses } from '#tests/support/questionnaires.ts'
import type { FinalRound } from '#app/results/round.ts'
import { sample } from './sample.ts'

type Given = Parameters<typeof responses>[0]

/** A round of `sample` that both sides rated. */
export function reviewedRound(
  date: string,
  given: { agency: Given; partner: Given; agreed: Given; settled: NonNullable<FrozenDocument['settled']> },
): FinalRound {
  return {
    assessmentId: `assessment-${date}`,
    date,
    questionnaire: sample,
    responses: responses(given.agreed),
    sides: { agency: responses(given.agency), partner: responses(given.partner) },
    settled: given.settled,
  }
}

/** Differences of several kinds: two levels apart, one level, not applicable, not agreed, and two the same. */
export const mixed = reviewedRound('2026-03-01', {
  agency: {
    'training.basic': { value: 5, note: 'All of us.' },
    'training.advanced': 3,
    'training.refresher': 2,
    'training.hours': 40,
    'data.coded': 4,
    'data.shared': { notApplicable: 'Nothing is shared.' },
    'data.analyzed': 3,
  },
  partner: {
    'training.basic': { value: 3, note: 'Not the night shift.' },
    'training.advanced': 3,
    'training.refresher': 3,
    'data.coded': 2,
    'data.shared': 2,
    'data.analyzed': 3,
  },
  agreed: {
    'training.basic': { value: 4, note: 'Nights from next month.' },
    'training.advanced': 3,
    'training.refresher': 2,
    'training.hours': 40,
    'data.coded': { value: 2, note: 'We see it differently.' },
    'data.shared': 2,
    'data.analyzed': 3,
  },
  settled: {
    ...{ 'training.basic': 'settled', 'training.advanced': 'same', 'training.refresher': 'settled' },
    ...{ 'data.coded': 'not-agreed', 'data.shared': 'settled', 'data.analyzed': 'same' },
  },
})
