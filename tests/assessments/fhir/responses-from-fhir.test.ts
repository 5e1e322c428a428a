import { describe, expect, test } from 'vitest'
import type { FhirQuestionnaireResponse, ResponseItem } from '#assessments/fhir/r4.ts'
import { responsesFromFhir } from '#assessments/fhir/responses-from-fhir.ts'
import { responsesToFhir } from '#assessments/fhir/responses-to-fhir.ts'
import { responses } from '#tests/support/questionnaires.ts'
import { r4Faults } from '#tests/support/r4-validator.ts'
import { agency, alone, sample, sent, shared } from './sample.ts'

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

describe('responsesFromFhir', () => {
  test('gives back what was written', () => {
    expect(r4Faults(written)).toEqual([])
    expect(responsesFromFhir(sent(written), sample)).toStrictEqual({
      status: 'valid',
      side: {
        side: 'agency',
        assessment: 'a1',
        asOf: '2026-03-01',
        authored: '2026-03-01',
        agency,
        author: agency,
        coReviewed: false,
        engine: '1',
        questionnaireSha256: 'f'.repeat(64),
        scorecardSha256: 'b'.repeat(64),
        responses: answers,
      },
    })
  })

  const item = (w: FhirQuestionnaireResponse, id: string): ResponseItem => {
    const found = itemIn(w, id)
    if (!found) throw new Error(`there is no ${id}`)
    return found
  }
  const at = 'QuestionnaireResponse.item[0].item[0]'

  test.each<[string, (written: FhirQuestionnaireResponse) => unknown, string]>([
    [
      'another version',
      (w) => Object.assign(w, { questionnaire: w.questionnaire.replace('1.0.0', '1.0.1') }),
      'QuestionnaireResponse.questionnaire: must be "https://pmhc-self-assessment.invalid/fhir/Questionnaire/sample|1.0.0"',
    ],
    [
      'what is still in progress',
      (w) => Object.assign(w, { status: 'in-progress' }),
      'QuestionnaireResponse.status: must be "completed"',
    ],
    [
      'an unknown item',
      (w) => Object.assign(item(w, 'team.group'), { linkId: 'team.none' }),
      `${at}.linkId: is not an item of the domain "team"`,
    ],
    [
      'an unknown domain',
      (w) => Object.assign(w.item?.[0] ?? {}, { linkId: 'none' }),
      'QuestionnaireResponse.item[0].linkId: is not a domain',
    ],
    [
      'an item twice',
      (w) => w.item?.[0]?.item?.push(item(w, 'team.group')),
      `.linkId: is answered at ${at} already`,
    ],
    [
      'a domain twice',
      (w) => w.item?.push(...w.item),
      '.linkId: is answered at QuestionnaireResponse.item[0] already',
    ],
    [
      'a level that is none',
      (w) => Object.assign(item(w, 'team.group').answer?.[0]?.valueCoding ?? {}, { code: '6' }),
      `${at}.answer: must be one of the levels`,
    ],
    [
      'a level written oddly',
      (w) => Object.assign(item(w, 'team.group').answer?.[0]?.valueCoding ?? {}, { code: '04' }),
      `${at}.answer: must be one of the levels`,
    ],
    [
      'an anchor that is another level’s',
      (w) =>
        Object.assign(item(w, 'team.group').answer?.[0]?.valueCoding ?? {}, {
          display: 'What level 1 looks like.',
        }),
      `${at}.answer[0].valueCoding.display: is not what the option "4" says`,
    ],
    [
      'two answers',
      (w) => item(w, 'team.group').answer?.push({ valueBoolean: true }),
      `${at}.answer[1]: is one answer too many`,
    ],
    [
      'an answer of another type',
      (w) => Object.assign(item(w, 'team.formal'), { answer: [{ valueString: 'yes' }] }),
      '.answer[0].valueString: is not read here',
    ],
    [
      'an answer and not knowing',
      (w) => Object.assign(item(w, 'data.hours'), { answer: [{ valueInteger: 1 }] }),
      'must have only one of',
    ],
    [
      'a number beyond its bounds',
      (w) => Object.assign(item(w, 'data.rate'), { answer: [{ valueDecimal: 1e9 }] }),
      '.answer: must be from 0 to 100',
    ],
    [
      'a link that is no link',
      (w) => Object.assign(item(w, 'team.group').extension?.[1] ?? {}, { valueUrl: 'javascript:alert(1)' }),
      `${at}.extension[1]: must be a link that begins with https://`,
    ],
    [
      'a masked answer that is there',
      (w) =>
        Object.assign(item(w, 'team.group').extension?.[0] ?? {}, {
          url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
          valueString: undefined,
          valueCode: 'masked',
        }),
      `${at}.extension[0]: masks an answer that is there`,
    ],
    [
      'a reason for what is answered',
      (w) =>
        Object.assign(item(w, 'team.group').extension?.[0] ?? {}, {
          url: 'https://pmhc-self-assessment.invalid/fhir/StructureDefinition/not-applicable-reason',
        }),
      `${at}.extension[0]: gives a reason for what is not said to be not applicable`,
    ],
    [
      'an unknown reason',
      (w) => Object.assign(item(w, 'data.hours').extension?.[0] ?? {}, { valueCode: 'error' }),
      '.extension[0].valueCode: must be "not-applicable"',
    ],
    [
      'a question below a question',
      (w) => Object.assign(item(w, 'team.group'), { item: [] }),
      `${at}.item: is not read here`,
    ],
    [
      'an answer that is hidden',
      (w) => Object.assign(item(w, 'team.formal'), { answer: [{ valueBoolean: false }] }),
      'is answered, and the other answers hide it',
    ],
    ['no side', (w) => w.extension.shift(), 'QuestionnaireResponse: has no extension https://pmhc'],
    [
      'an unknown side',
      (w) => Object.assign(w.extension[0] ?? {}, { valueCode: 'both' }),
      'QuestionnaireResponse.extension[0].valueCode: is not one of',
    ],
    [
      'another side’s name',
      (w) => Object.assign(w.identifier, { value: 'a1/partner' }),
      'QuestionnaireResponse.identifier.value: must be',
    ],
    [
      'no subject',
      (w) => Object.assign(w, { subject: undefined }),
      'QuestionnaireResponse.subject.display: is missing',
    ],
    [
      'a day that isn’t',
      (w) => Object.assign(w, { authored: '2026-02-30' }),
      'QuestionnaireResponse.authored: must be a date',
    ],
  ])('refuses %s, and says where', (_, change, expected) => {
    const changed = sent(written)
    change(changed)
    const reading = responsesFromFhir(changed, sample)
    const faults = reading.status === 'invalid' ? reading.faults : []
    expect(faults.map(({ path, reason }) => `${path}: ${reason}`).join('\n')).toContain(expected)
  })

  test.each([
    ['no status', { status: undefined }, 'QuestionnaireResponse.status'],
    [
      'an answer that is nothing',
      { item: [{ linkId: 'x', answer: [{ valueUnknown: 1 }] }] },
      'QuestionnaireResponse.item[0].answer[0]',
    ],
    [
      'items below an item and its answer',
      { item: [{ linkId: 'x', answer: [{ valueBoolean: true }], item: [{ linkId: 'y' }] }] },
      'qrs-1',
    ],
  ])('is checked against definitions that refuse %s', (_, fields, where) => {
    expect(r4Faults({ ...written, ...fields }).join('\n')).toContain(where)
  })
})
