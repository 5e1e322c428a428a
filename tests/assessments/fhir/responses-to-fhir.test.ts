import type * as r4 from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { questionnaireToFhir } from '#assessments/fhir/questionnaire-to-fhir.ts'
import type { FhirQuestionnaireResponse, ResponseItem } from '#assessments/fhir/r4.ts'
import { responsesFromFhir } from '#assessments/fhir/responses-from-fhir.ts'
import { responsesToFhir } from '#assessments/fhir/responses-to-fhir.ts'
import { responses } from '#tests/support/questionnaires.ts'
import { r4Faults } from '#tests/support/r4-validator.ts'
import { agency, alone, coReviewed, partner, sample, sent, shared } from './sample.ts'

const answers = responses({
  'team.group': { value: 4, note: 'Since *May*.', evidence: ['https://example.org/minutes', '[redacted]'] },
  'team.formal': true,
  'team.lead': 'second',
  'team.members': ['first', 'second'],
  'data.hours': { dontKnow: true, note: 'Ask the chief.' },
  'data.rate': 12.5,
  'data.words': 'Typed by somebody',
  'data.since': '2024-02-29',
})
const [written] = responsesToFhir(shared(alone(answers)), sample, { agency, scorecardSha256: 'b'.repeat(64) })
if (!written) throw new Error('nothing was written')

function itemIn(response: FhirQuestionnaireResponse | undefined, linkId: string): ResponseItem | undefined {
  return response?.item?.flatMap(({ item = [] }) => item).find((one) => one.linkId === linkId)
}

describe('responsesToFhir', () => {
  test('fits the types of R4 that others wrote down', () => {
    const questionnaire: r4.Questionnaire = questionnaireToFhir(sample)
    const response: r4.QuestionnaireResponse = written
    expect([questionnaire.resourceType, response.resourceType]).toEqual([
      'Questionnaire',
      'QuestionnaireResponse',
    ])
  })

  test('says of what, of whom and of when it is', () => {
    expect(written).toMatchObject({
      questionnaire: 'https://pmhc-self-assessment.invalid/fhir/Questionnaire/sample|1.0.0',
      status: 'completed',
      authored: '2026-03-01',
      identifier: { value: 'a1/agency' },
      subject: { type: 'Organization', identifier: { value: 'agency-1' }, display: 'Lakeside Police' },
      author: { identifier: { value: 'agency-1' } },
    })
    expect(written.extension).toContainEqual({
      url: 'https://pmhc-self-assessment.invalid/fhir/StructureDefinition/co-reviewed',
      valueBoolean: false,
    })
  })

  test('answers each question in the type that it is asked in', () => {
    const answerOf = (id: string) => itemIn(written, id)?.answer
    const system = (id: string) => `https://pmhc-self-assessment.invalid/fhir/CodeSystem/sample/${id}`
    expect(answerOf('team.group')).toEqual([
      { valueCoding: { system: system('team.group'), code: '4', display: 'What level 4 looks like.' } },
    ])
    expect(answerOf('team.formal')).toEqual([{ valueBoolean: true }])
    expect(answerOf('team.members')).toEqual([
      { valueCoding: { system: system('team.members'), code: 'first', display: 'The first' } },
      { valueCoding: { system: system('team.members'), code: 'second', display: 'The second' } },
    ])
    expect(answerOf('data.rate')).toEqual([{ valueDecimal: 12.5 }])
    expect(answerOf('data.words')).toEqual([{ valueString: 'Typed by somebody' }])
    expect(answerOf('data.since')).toEqual([{ valueDate: '2024-02-29' }])
  })

  test('tells don’t know and not applicable apart, neither with an answer', () => {
    const absent = (code: string) => ({
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: code,
    })
    expect(itemIn(written, 'data.hours')?.extension).toContainEqual(absent('asked-unknown'))
    expect(itemIn(written, 'data.hours')).not.toHaveProperty('answer')
    const none = responsesToFhir(
      shared(alone(responses({ 'team.group': { notApplicable: 'No team.' } }))),
      sample,
      { agency },
    )
    expect(itemIn(none[0], 'team.group')?.extension).toEqual([
      absent('not-applicable'),
      {
        url: 'https://pmhc-self-assessment.invalid/fhir/StructureDefinition/not-applicable-reason',
        valueString: 'No team.',
      },
    ])
    expect(r4Faults(none[0] ?? {})).toEqual([])
  })

  test('leaves out what the other answers hide', () => {
    const [hiding] = responsesToFhir(shared(alone({ ...answers, 'team.formal': { value: false } })), sample, {
      agency,
    })
    expect(itemIn(written, 'team.lead')).toBeDefined()
    expect(itemIn(hiding, 'team.lead')).toBeUndefined()
  })

  test('is one for each side and one for what was agreed, with how', () => {
    const all = responsesToFhir(shared(coReviewed(answers)), sample, {
      agency,
      partner,
      finalAt: '2026-03-02T10:00:00.000Z',
      scorecardSha256: 'b'.repeat(64),
    })
    expect(all.map(({ identifier, author }) => [identifier.value, author?.display])).toEqual([
      ['a1/agency', 'Lakeside Police'],
      ['a1/partner', 'Harbor Health'],
      ['a1/agreed', undefined],
    ])
    const sides = all.map((one) => {
      expect(r4Faults(one)).toEqual([])
      const reading = responsesFromFhir(sent(one), sample)
      if (reading.status === 'invalid') throw new Error(JSON.stringify(reading.faults))
      return reading.side
    })
    expect(sides.map(({ side, scorecardSha256 }) => [side, scorecardSha256])).toEqual([
      ['agency', undefined],
      ['partner', undefined],
      ['agreed', 'b'.repeat(64)],
    ])
    expect(sides[2]).toMatchObject({
      coReviewed: true,
      authored: '2026-03-02T10:00:00.000Z',
      asOf: '2026-03-01',
      settled: { 'team.group': 'same' },
    })
  })

  test('holds nothing but what is shared', () => {
    expect(responsesToFhir(shared(alone(answers), { step: 'scores' }), sample, { agency })).toEqual([])
    const copy = shared(coReviewed(answers), { notes: false, partner: false })
    const all = responsesToFhir(copy, sample, { agency, partner })
    expect(all.map(({ identifier }) => identifier.value)).toEqual(['a1/agency', 'a1/agreed'])
    const text = JSON.stringify(all)
    for (const typed of ['Since', 'minutes', 'Typed by', 'Ask the', 'Harbor', 'partner-1'])
      expect(text).not.toContain(typed)
    expect(itemIn(all[0], 'data.words')?.extension).toContainEqual({
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: 'masked',
    })
    const reading = responsesFromFhir(sent(all[0]), sample)
    expect(reading).toMatchObject({ status: 'valid', side: { responses: copy.responses?.agency } })
  })

  test('is not of another version', () => {
    expect(() =>
      responsesToFhir(shared(alone(answers)), { ...sample, version: '2.0.0' }, { agency }),
    ).toThrow('sample@1.0.0 is not sample@2.0.0')
  })
})
