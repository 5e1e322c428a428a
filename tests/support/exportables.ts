import fc from 'fast-check'
import type { Exportable } from '#assessments/exporting/exportable.ts'
import { scorecardSha256 } from '#assessments/exporting/scorecard-sha256.server.ts'
import type { Item } from '#assessments/item.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { parseResponse } from '#assessments/responses.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import type { SharedCopy } from '#assessments/shared-copy.ts'
import { everything } from '#assessments/sharing.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions, type Json } from './questionnaires.ts'

const mayNotApply = { notApplicable: true }
const everyOtherKind: Json[] = [
  otherItem('yes-no', 'practice.yes-no', mayNotApply),
  otherItem('choice', 'practice.choice', { ...twoOptions, ...mayNotApply }),
  otherItem('choices', 'practice.choices', { ...twoOptions, ...mayNotApply }),
  otherItem('number', 'practice.number', { unit: 'people', minimum: -1000, maximum: 1e6, decimals: 2 }),
  otherItem('text', 'practice.text', { maximumLength: 300 }),
  otherItem('date', 'practice.date'),
]

/** A questionnaire with an item of every kind, in two domains. */
export const everyKind = questionnaire({
  version: '1.2.0',
  domains: [
    domain('leadership', [
      levelItem('leadership.workgroup', mayNotApply),
      levelItem('leadership.coordinator', { ...mayNotApply, mustHave: true }),
    ]),
    domain('practice', [levelItem('practice.training', mayNotApply), ...everyOtherKind]),
  ],
})

/** One answer of every kind, with all that can stand beside one. */
export const everyAnswer: Responses = {
  'leadership.workgroup': {
    value: 4,
    note: '=HYPERLINK("https://evil.example"), "quoted"\nand a second line',
    evidence: ['https://example.org/a?b=1,2', 'https://example.org/b'],
  },
  'leadership.coordinator': { value: 2 },
  'practice.training': { notApplicable: '-none here' },
  'practice.yes-no': { value: false },
  'practice.choice': { value: 'second' },
  'practice.choices': { value: ['first', 'second'] },
  'practice.number': { value: -12.5 },
  'practice.text': { value: "'=1+1 Doña Ana ＝ 🙂" },
  'practice.date': { dontKnow: true, note: 'Ask the clerk.' },
}

/** An assessment as it is exported; without a partner's responses it was never co-reviewed. */
export function exportable(
  {
    agency = everyAnswer,
    partner,
    agreed,
  }: { agency?: Responses; partner?: Responses; agreed?: Responses } = {},
  fields: Partial<Exportable> = {},
): Exportable {
  const shared: SharedCopy = {
    assessment: 'assessment-1',
    questionnaire: { name: 'sample@1.2.0', sha256: 'f'.repeat(64) },
    engine: '1',
    asOf: '2026-03-01',
    coReviewed: agreed !== undefined,
    sharing: everything,
    scorecard: scoreResponses(everyKind, agreed ?? agency),
    responses: { agency, partner: partner ?? null, agreed: agreed ?? null },
  }
  return {
    agency: {
      id: 'agency-1',
      name: 'Doña Ana County Sheriff’s Office',
      state: 'NM',
      county: 'Doña Ana',
      type: 'sheriff',
      sizeBand: '10-24',
      ori: null,
    },
    copy: 1,
    finalizedAt: '2026-03-02T10:00:00.500Z',
    questionnaire: everyKind,
    shared,
    scorecardSha256: scorecardSha256(shared),
    ...fields,
  }
}

const oddText = fc
  .tuple(
    fc.constantFrom(
      '',
      '=',
      "'=",
      '-',
      '＝',
      "'",
      '_x000D_',
      ';',
      '"',
      ',',
      '\n',
      '\t',
      '<b>&amp;',
      ']]>',
      '1',
      'TRUE',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('', '\n', '\r\n', ' x', '_x0041_', '\u2028x', '🙂'),
  )
  .map((parts) => parts.join(''))

function answerTo(item: Item): fc.Arbitrary<unknown> {
  switch (item.kind) {
    case 'level':
      return fc.integer({ min: 1, max: 5 })
    case 'yes-no':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom('first', 'second')
    case 'choices':
      return fc.constantFrom(['first'], ['second', 'first'])
    case 'number':
      return fc.integer({ min: -100_000, max: 100_000_000 }).map((hundredths) => hundredths / 100)
    case 'text':
      return oddText
    case 'date':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
  }
}

function responseTo(item: Item): fc.Arbitrary<Response> {
  const state = fc.oneof(
    { weight: 5, arbitrary: answerTo(item).map((value) => ({ value })) },
    { weight: 1, arbitrary: oddText.map((reason) => ({ notApplicable: reason })) },
    { weight: 1, arbitrary: fc.constantFrom({ dontKnow: true }, {}) },
  )
  const beside = fc.record(
    { note: oddText, evidence: fc.uniqueArray(fc.webUrl({ validSchemes: ['https'] }), { maxLength: 3 }) },
    { requiredKeys: [] },
  )
  return fc.tuple(state, beside).map((parts) => {
    const reading = parseResponse(item, everyKind, { ...parts[0], ...parts[1] })
    return reading.status === 'valid' ? reading.response : {}
  })
}

/** Any responses, of one side, to items of every kind; what is empty is left out, as in a frozen copy. */
export const arbitraryAnswers: fc.Arbitrary<Responses> = fc
  .tuple(
    ...itemsOf(everyKind).map((item) => responseTo(item).map((response) => [item.id, response] as const)),
  )
  .map((entries) => Object.fromEntries(entries.filter(([, response]) => Object.keys(response).length > 0)))
