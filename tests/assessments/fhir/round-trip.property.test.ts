import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fhirLosses, type LossId } from '#assessments/fhir/losses.ts'
import { questionnaireFromFhir } from '#assessments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '#assessments/fhir/questionnaire-to-fhir.ts'
import { responsesFromFhir } from '#assessments/fhir/responses-from-fhir.ts'
import { responsesToFhir } from '#assessments/fhir/responses-to-fhir.ts'
import { freezeAlone } from '#assessments/frozen-copy.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { sharedCopy, type SharedCopy } from '#assessments/shared-copy.ts'
import { everything } from '#assessments/sharing.ts'
import { shownItems } from '#assessments/shown-when.ts'
import { arbitraryQuestionnaire } from '#tests/support/arbitrary-questionnaires.ts'
import { questionnaireOfAllKinds, responsesOfAllKinds } from '#tests/support/arbitrary-kinds.ts'
import { r4Faults } from '#tests/support/r4-validator.ts'
import { r4Enabled } from './r4-enabled.ts'

const anyQuestionnaire = fc.oneof(questionnaireOfAllKinds, arbitraryQuestionnaire())
const answered = questionnaireOfAllKinds.chain((sample) =>
  fc.record({ sample: fc.constant(sample), given: responsesOfAllKinds(sample) }),
)
const agency = { id: 'agency-1', name: 'Lakeside Police' }

/** What a file of another program would hold. */
const sent = (resource: unknown): unknown => JSON.parse(JSON.stringify(resource))

function copyOf(sample: Questionnaire, given: Responses): SharedCopy {
  const document = freezeAlone({
    assessmentId: 'a1',
    asOf: '2026-03-01',
    questionnaire: sample,
    questionnaireSha256: 'f'.repeat(64),
    responses: given,
    submitted: { person: 'p1', at: '2026-03-02T10:00:00.000Z' },
  })
  const copy = sharedCopy(document, sample, everything)
  if (!copy) throw new Error('nothing is shared')
  return copy
}

/** Takes away from responses what is listed as lost, and nothing else. */
const withoutLoss: Record<Exclude<LossId, 'editor-schema' | 'scores' | 'what-is-shared'>, Change> = {
  'hidden-responses': (given, sample) => {
    const shown = shownItems(sample, given)
    return only(given, (id) => shown.has(id) || !itemsOf(sample).some((item) => item.id === id))
  },
  'other-versions': (given, sample) => {
    const ids = new Set(itemsOf(sample).map(({ id }) => id))
    return only(given, (id) => ids.has(id))
  },
  'empty-responses': (given) => only(given, (id) => Object.keys(given[id] ?? {}).length > 0),
}
type Change = (given: Responses, sample: Questionnaire) => Responses

function only(given: Responses, keep: (id: string) => boolean): Responses {
  return Object.fromEntries(Object.entries(given).filter(([id]) => keep(id)))
}

describe('a questionnaire written as FHIR and read again', () => {
  test('is the same but for what is listed as lost', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.boolean(), (sample, retired) => {
        const { $schema, ...kept } = sample
        expect($schema === undefined || fhirLosses.some(({ id }) => id === 'editor-schema')).toBe(true)
        expect(questionnaireFromFhir(sent(questionnaireToFhir(sample, { retired })))).toStrictEqual({
          status: 'valid',
          questionnaire: sent(kept),
          retired: retired && !sample.draft,
        })
      }),
      { numRuns: 200 },
    )
  })

  test('is valid by the definitions of R4', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (sample) => {
        expect(r4Faults(questionnaireToFhir(sample))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('responses written as FHIR and read again', () => {
  test('are the same but for what is listed as lost', () => {
    fc.assert(
      fc.property(answered, ({ sample, given }) => {
        const elsewhere = { 'gone.item': { value: 3 } }
        const copy = copyOf(sample, { ...given, ...elsewhere })
        const [written, ...more] = responsesToFhir(copy, sample, { agency })
        expect(more).toEqual([])
        const reading = responsesFromFhir(sent(written), sample)
        const kept = Object.values(withoutLoss).reduce(
          (rest, change) => change(rest, sample),
          copy.responses?.agency ?? {},
        )
        expect(reading).toMatchObject({ status: 'valid' })
        if (reading.status === 'valid') expect(reading.side.responses).toStrictEqual(kept)
      }),
      { numRuns: 200 },
    )
  })

  test('are valid by the definitions of R4', () => {
    fc.assert(
      fc.property(answered, ({ sample, given }) => {
        for (const written of responsesToFhir(copyOf(sample, given), sample, { agency })) {
          expect(r4Faults(written)).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('show by R4’s rules what is shown by ours, wherever those can say it', () => {
    let said = 0
    fc.assert(
      fc.property(answered, ({ sample, given }) => {
        const fhir = questionnaireToFhir(sample)
        const [written] = responsesToFhir(copyOf(sample, given), sample, { agency })
        if (!written) throw new Error('nothing was written')
        const enabled = r4Enabled(fhir, written)
        const unsaid = new Set(
          itemsOf(sample).flatMap(({ id, shownWhen }) => (shownWhen && !conditional(fhir, id) ? [id] : [])),
        )
        const ids = itemsOf(sample)
          .map(({ id }) => id)
          .filter((id) => !unsaid.has(id))
        const shown = shownItems(sample, copyOf(sample, given).responses?.agency ?? {})
        said += ids.filter((id) => !shown.has(id)).length
        expect(ids.filter((id) => enabled.has(id))).toEqual(ids.filter((id) => shown.has(id)))
      }),
      { numRuns: 400 },
    )
    expect(said).toBeGreaterThan(100)
  })
})

function conditional(fhir: ReturnType<typeof questionnaireToFhir>, id: string): boolean {
  const questions = fhir.item.flatMap(({ item = [] }) => item)
  return questions.some(({ linkId, enableWhen }) => linkId === id && enableWhen !== undefined)
}
