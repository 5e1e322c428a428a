import { freezeAlone, frozenDocumentSchema, type FrozenDocument } from '#assessments/frozen-copy.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { sharedCopy } from '#assessments/shared-copy.ts'
import { everything, type Sharing } from '#assessments/sharing.ts'
import type { AssessmentReportInput } from '#app/reports/assessment-report.ts'
import type { ReportedRound } from '#app/reports/report-input.ts'
import type { FinalRound } from '#app/results/round.ts'
import { mixed } from '#tests/app/results/reviewed.ts'
import { sample } from '#tests/app/results/sample.ts'
import { responses } from '#tests/support/questionnaires.ts'

/** The agency's own answers with all that can be typed: a note, evidence, a reason. */
export const answered = responses({
  'training.basic': { value: 2, note: 'Nights are untrained.', evidence: ['https://example.org/plan.pdf'] },
  'training.advanced': { notApplicable: 'Nobody is trained more.' },
  'training.refresher': 3,
  'training.hours': 40,
  'data.coded': { value: 4, note: 'Coded since May.' },
  'data.shared': 2,
  'data.analyzed': 3,
})

/** A round that the agency made final by itself, as a report is given it. */
export function roundAlone(
  given: Responses = answered,
  { asOf = '2026-03-01', questionnaire = sample, sharing = everything }: Partial<Made> = {},
): ReportedRound {
  const document = freezeAlone({
    ...{ assessmentId: `assessment-${asOf}`, asOf, questionnaire, responses: given },
    questionnaireSha256: 'a'.repeat(64),
    submitted: { person: 'person-1', at: '2026-03-02T10:00:00.000Z' },
  })
  return reported(document, questionnaire, sharing)
}

interface Made {
  asOf: string
  questionnaire: Questionnaire
  sharing: Sharing
}

/** A co-reviewed round as a report is given it. */
export function roundOfBoth(round: FinalRound = mixed, sharing: Sharing = everything): ReportedRound {
  const { assessmentId, date, questionnaire, responses: agreed, sides, settled } = round
  if (!sides) throw new Error('not co-reviewed')
  const document = frozenDocumentSchema.parse({
    ...{ format: 1, assessment: assessmentId, asOf: date, engine: '1', coReviewed: true },
    questionnaire: { name: 'sample@1.0.0', sha256: 'a'.repeat(64) },
    ...{ responses: sides, agreed, settled },
    scorecard: scoreResponses(questionnaire, agreed),
    signatures: [],
  })
  return reported(document, questionnaire, sharing)
}

function reported(document: FrozenDocument, questionnaire: Questionnaire, sharing: Sharing): ReportedRound {
  const copy = sharedCopy(document, questionnaire, sharing)
  if (!copy) throw new Error('nothing is shared')
  return { copy, questionnaire, number: 1, finalizedOn: 'March 2, 2026, 10:00 AM', beingRevised: false }
}

/** What every report of these rounds is asked for with. */
export const asked: Omit<AssessmentReportInput, 'round'> = {
  ...{ agency: 'Larkmoor Police Department', partner: 'Larkmoor Care', lineage: [sample] },
  edition: 'full',
  madeOn: '2026-11-23',
  before: null,
}
