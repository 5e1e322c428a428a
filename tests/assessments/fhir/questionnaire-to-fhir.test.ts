import { describe, expect, test } from 'vitest'
import { questionnaireFromFhir } from '#assessments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '#assessments/fhir/questionnaire-to-fhir.ts'
import type { QuestionnaireItem } from '#assessments/fhir/r4.ts'
import { domain, levelItem, otherItem, questionnaire } from '#tests/support/questionnaires.ts'
import { sample, sent } from './sample.ts'

const fhir = questionnaireToFhir(sample)

function question(linkId: string, { item } = fhir): QuestionnaireItem | undefined {
  return item.flatMap((group) => group.item ?? []).find((one) => one.linkId === linkId)
}

function valueOf({ extension = [] }: { extension?: { url: string }[] } = {}, end: string): unknown {
  const found = extension.find(({ url }) => url.endsWith(end))
  return found && Object.entries(found).find(([key]) => key.startsWith('value'))?.[1]
}

describe('questionnaireToFhir', () => {
  test('names a version by one URL for all and its number', () => {
    expect(fhir).toMatchObject({
      resourceType: 'Questionnaire',
      url: 'https://pmhc-self-assessment.invalid/fhir/Questionnaire/sample',
      version: '1.0.0',
      name: 'Sample',
      status: 'active',
      title: 'A sample',
    })
    expect(questionnaireToFhir(sample, { base: 'https://state.example.gov/fhir' }).url).toBe(
      'https://state.example.gov/fhir/Questionnaire/sample',
    )
  })

  test('tells drafts and withdrawn versions by their status', () => {
    expect(questionnaireToFhir({ ...sample, draft: true }).status).toBe('draft')
    expect(questionnaireToFhir(sample, { retired: true }).status).toBe('retired')
  })

  test('makes a group of each domain, and a question of the right type of each item', () => {
    expect(fhir.item.map(({ linkId, type }) => [linkId, type])).toEqual([
      ['team', 'group'],
      ['data', 'group'],
    ])
    const questions = fhir.item.flatMap(({ item = [] }) => item)
    expect(questions.map(({ linkId, type, repeats = false }) => [linkId, type, repeats])).toEqual([
      ['team.group', 'choice', false],
      ['team.formal', 'boolean', false],
      ['team.lead', 'choice', false],
      ['team.members', 'choice', true],
      ['data.hours', 'integer', false],
      ['data.rate', 'decimal', false],
      ['data.words', 'text', false],
      ['data.since', 'date', false],
      ['data.use', 'choice', false],
    ])
  })

  test('shows a level by the item’s own anchor, with its place in the order', () => {
    expect(question('team.group')?.answerOption?.[2]).toEqual({
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 3 }],
      valueCoding: {
        system: 'https://pmhc-self-assessment.invalid/fhir/CodeSystem/sample/team.group',
        code: '3',
        display: 'What level 3 looks like.',
      },
    })
  })

  test('carries weight, must-have, not applicable, and help below the question', () => {
    const item = question('team.group')
    expect([
      valueOf(item, '/weight'),
      valueOf(item, '/must-have'),
      valueOf(item, '/not-applicable-allowed'),
    ]).toEqual([1.5, true, true])
    expect(item?.item).toMatchObject([{ type: 'display', text: 'Count *only* this year.' }])
  })

  test('carries a number’s bounds, unit and decimals, a text’s length, a date’s bounds', () => {
    const rate = question('data.rate')
    expect([
      valueOf(rate, '/minValue'),
      valueOf(rate, '/maxValue'),
      valueOf(rate, '/maxDecimalPlaces'),
    ]).toEqual([0, 100, 1])
    expect(valueOf(rate, '/questionnaire-unit')).toEqual({ display: 'percent' })
    expect(question('data.words')?.maxLength).toBe(100)
    expect(valueOf(question('data.since'), '/minValue')).toBe('2020-01-01')
  })

  test('asks of every side only what every side must answer', () => {
    expect(question('team.formal')?.required).toBe(true)
    expect(question('team.members')?.required).toBeUndefined()
    expect(valueOf(question('team.members'), '/required-of-agency')).toBe(true)
  })

  test('says in enableWhen that a comparison with an item without an answer doesn’t hold', () => {
    const level = (code: string) => ({
      system: 'https://pmhc-self-assessment.invalid/fhir/CodeSystem/sample/team.group',
      code,
    })
    expect(question('data.use')).toMatchObject({
      enableBehavior: 'all',
      enableWhen: [
        { question: 'team.group', operator: 'exists', answerBoolean: true },
        { question: 'team.group', operator: '!=', answerCoding: level('1') },
        { question: 'team.group', operator: '!=', answerCoding: level('2') },
        { question: 'data.hours', operator: 'exists', answerBoolean: true },
        { question: 'data.hours', operator: '!=', answerInteger: 0 },
      ],
    })
  })

  test('names one by one what must hold where one of several must', () => {
    const either = questionnaire({
      domains: [
        domain('team', [
          levelItem('team.group'),
          otherItem('number', 'team.hours', { unit: 'hours', minimum: 0, maximum: 3_000_000_000 }),
          otherItem('yes-no', 'team.more', {
            shownWhen: {
              any: [
                { item: 'team.group', atLeast: 4 },
                { item: 'team.hours', differs: 2 },
              ],
            },
          }),
        ]),
      ],
    })
    const more = question('team.more', questionnaireToFhir(either))
    expect(more?.enableBehavior).toBe('any')
    expect(
      more?.enableWhen?.map(({ operator, answerCoding, answerDecimal }) => [
        operator,
        answerCoding?.code ?? answerDecimal,
      ]),
    ).toEqual([
      ['=', '4'],
      ['=', '5'],
      ['<', 2],
      ['>', 2],
    ])
  })

  test('writes as an integer only what has room in 32 bits', () => {
    const hours = (maximum: number) =>
      question(
        'team.hours',
        questionnaireToFhir(
          questionnaire({
            domains: [
              domain('team', [
                levelItem('team.group'),
                otherItem('number', 'team.hours', { unit: 'hours', minimum: 0, maximum }),
              ]),
            ],
          }),
        ),
      )?.type
    expect([hours(2 ** 31 - 1), hours(2 ** 31)]).toEqual(['integer', 'decimal'])
  })

  test('leaves enableWhen out where it can’t say it, and keeps the condition', () => {
    const unsaid = questionnaire({
      domains: [
        domain('team', [
          levelItem('team.group'),
          otherItem('text', 'team.words'),
          otherItem('yes-no', 'team.more', {
            shownWhen: {
              any: [
                { item: 'team.words', differs: 'none' },
                { item: 'team.group', equals: 1 },
              ],
            },
          }),
        ]),
      ],
    })
    const written = questionnaireToFhir(unsaid)
    expect(question('team.more', written)).not.toHaveProperty('enableWhen')
    expect(questionnaireFromFhir(sent(written))).toMatchObject({ status: 'valid', questionnaire: unsaid })
  })
})
