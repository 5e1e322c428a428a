import { freezeAlone, freezeReconciled, type FrozenDocument } from '#assessments/frozen-copy.ts'
import { questionnaireToFhir } from '#assessments/fhir/questionnaire-to-fhir.ts'
import type { FhirQuestionnaire } from '#assessments/fhir/r4.ts'
import { sharedCopy, type SharedCopy } from '#assessments/shared-copy.ts'
import { everything, type Sharing } from '#assessments/sharing.ts'
import type { Responses } from '#assessments/response.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions } from '#tests/support/questionnaires.ts'

/** A questionnaire with an item of each kind. */
export const sample = questionnaire({
  domains: [
    domain('team', [
      levelItem('team.group', {
        guidance: 'Count *only* this year.',
        mustHave: true,
        notApplicable: true,
        weight: 1.5,
      }),
      otherItem('yes-no', 'team.formal', { required: true }),
      otherItem('choice', 'team.lead', {
        ...twoOptions,
        shownWhen: { all: [{ item: 'team.formal', equals: true }] },
      }),
      otherItem('choices', 'team.members', { ...twoOptions, answeredBy: 'agency', required: true }),
    ]),
    domain('data', [
      otherItem('number', 'data.hours', { unit: 'hours', minimum: 0, maximum: 40 }),
      otherItem('number', 'data.rate', { unit: 'percent', minimum: 0, maximum: 100, decimals: 1 }),
      otherItem('text', 'data.words', { maximumLength: 100 }),
      otherItem('date', 'data.since', { minimum: '2020-01-01' }),
      levelItem('data.use', {
        shownWhen: {
          all: [
            { item: 'team.group', atLeast: 3 },
            { item: 'data.hours', differs: 0 },
          ],
        },
      }),
    ]),
  ],
})

export const agency = { id: 'agency-1', name: 'Lakeside Police' }
export const partner = { id: 'partner-1', name: 'Harbor Health' }

const parts = {
  assessmentId: 'a1',
  asOf: '2026-03-01',
  questionnaire: sample,
  questionnaireSha256: 'f'.repeat(64),
}

export function alone(responses: Responses): FrozenDocument {
  return freezeAlone({ ...parts, responses, submitted: { person: 'p1', at: '2026-03-02T10:00:00.000Z' } })
}

/** Both sides answered the same, and signed. */
export function coReviewed(responses: Responses): FrozenDocument {
  return freezeReconciled({
    ...parts,
    sides: { agency: responses, partner: responses },
    steps: (['agency', 'partner'] as const).map((side, i) => ({
      kind: 'signed' as const,
      sha256: 'a'.repeat(64),
      side,
      person: side,
      at: '2026-03-02T10:00:00.000Z',
      revision: i + 1,
    })),
  })
}

export function shared(document: FrozenDocument, sharing: Partial<Sharing> = {}): SharedCopy {
  const copy = sharedCopy(document, sample, { ...everything, ...sharing })
  if (!copy) throw new Error('nothing is shared')
  return copy
}

/** What a file of another program would hold. */
export function sent<T>(resource: T): T {
  return structuredClone(resource)
}

/** The sample as FHIR, with something changed in it. */
export function changedSample(change: (fhir: FhirQuestionnaire) => void): FhirQuestionnaire {
  const fhir = sent(questionnaireToFhir(sample))
  change(fhir)
  return fhir
}
