import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { questionnaireFromFhir } from '#assessments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '#assessments/fhir/questionnaire-to-fhir.ts'
import type { QuestionnaireItem } from '#assessments/fhir/r4.ts'
import { r4Extensions } from '#assessments/fhir/urls.ts'
import { parseQuestionnaire } from '#assessments/read-questionnaire.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions } from '#tests/support/questionnaires.ts'
import { r4ExtensionTypes, r4Faults } from '#tests/support/r4-validator.ts'
import { changedSample, sample, sent } from './sample.ts'

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

const folder = 'assessments/questionnaires'
const versions = readdirSync(folder).flatMap((slug) =>
  readdirSync(join(folder, slug)).map((file) => join(folder, slug, file)),
)

describe('R4’s own definitions', () => {
  test.each(versions.filter((file) => file.endsWith('.json')))('find nothing wrong with %s', (file) => {
    const reading = parseQuestionnaire(readFileSync(file, 'utf8'))
    if (reading.status === 'invalid') throw new Error('it is no questionnaire')
    const written = questionnaireToFhir(reading.questionnaire)
    expect(r4Faults(written)).toEqual([])
    const { $schema, ...kept } = reading.questionnaire
    expect($schema).toBeDefined()
    expect(questionnaireFromFhir(sent(written))).toStrictEqual({
      status: 'valid',
      questionnaire: kept,
      retired: false,
    })
  })

  test.each([
    ['no status', (written: Broken) => delete written.status, 'Questionnaire.status'],
    ['an unknown element', (written: Broken) => (written.levels = 5), 'Questionnaire.levels'],
    ['a number as a title', (written: Broken) => (written.title = 5), 'Questionnaire.title'],
    [
      'both options and a value set',
      (written: Broken) =>
        (written.item = [{ ...question('team.lead'), answerValueSet: 'http://x.example' }]),
      'que-4',
    ],
    [
      'a group without items',
      (written: Broken) => (written.item = [{ ...fhir.item[0], item: [] }]),
      'Questionnaire.item',
    ],
    [
      'an item without a type',
      (written: Broken) => (written.item = [{ linkId: 'x' }]),
      'Questionnaire.item[0].type: Missing',
    ],
  ])('refuse a questionnaire with %s', (_, breakIt, where) => {
    const written: Broken = { ...fhir }
    breakIt(written)
    expect(r4Faults(written).join('\n')).toContain(where)
  })

  test('know each of R4’s extensions that is written, and let it have the type that it has', () => {
    const withDates = questionnaireToFhir(
      questionnaire({
        domains: [domain('a', [levelItem('a.b'), otherItem('choice', 'a.c', twoOptions)])],
      }),
    )
    const used = [...extensionsIn(fhir), ...extensionsIn(withDates)].filter(({ url }) =>
      url.startsWith('http://hl7.org'),
    )
    expect(new Set(used.map(({ url }) => url)).size).toBe(Object.keys(r4Extensions).length - 1)
    for (const { url, type } of used) expect(r4ExtensionTypes(url)).toContain(type)
    expect(r4ExtensionTypes(r4Extensions.dataAbsentReason)).toContain('valueCode')
  })
})

type Broken = Record<string, unknown>

function extensionsIn(json: unknown): { url: string; type: string | undefined }[] {
  if (typeof json !== 'object' || json === null) return []
  const inside = Object.values(json).flatMap(extensionsIn)
  if (!('url' in json) || typeof json.url !== 'string' || 'resourceType' in json) return inside
  return [{ url: json.url, type: Object.keys(json).find((key) => key.startsWith('value')) }, ...inside]
}

describe('questionnaireFromFhir', () => {
  const reasons = (json: unknown) => {
    const reading = questionnaireFromFhir(json)
    return reading.status === 'invalid' ? reading.faults.map(({ path, reason }) => `${path}: ${reason}`) : []
  }
  const first = (written: typeof fhir): QuestionnaireItem => {
    const item = written.item[0]?.item?.[0]
    if (!item) throw new Error('there is no item')
    return item
  }

  test.each<[string, (written: typeof fhir) => unknown, string]>([
    [
      'an anchor that is too long',
      (w) => Object.assign(first(w).answerOption?.[1]?.valueCoding ?? {}, { display: 'x'.repeat(500) }),
      'Questionnaire.item[0].item[0].answerOption[1].valueCoding.display: must be at most 400 characters',
    ],
    [
      'a missing option',
      (w) => first(w).answerOption?.pop(),
      'Questionnaire.item[0].item[0].answerOption: has no anchor for level 5',
    ],
    [
      'an ordinal that isn’t its code',
      (w) => Object.assign(first(w).answerOption?.[0]?.extension?.[0] ?? {}, { valueDecimal: 2 }),
      'Questionnaire.item[0].item[0].answerOption[0].extension[0].valueDecimal: must be 1, as its code',
    ],
    [
      'a code of another system',
      (w) => Object.assign(first(w).answerOption?.[0]?.valueCoding ?? {}, { system: 'http://loinc.org' }),
      'Questionnaire.item[0].item[0].answerOption[0].valueCoding.system: must be "https://pmhc-self-assessment.invalid/fhir/CodeSystem/sample/team.group"',
    ],
    [
      'a question that isn’t text',
      (w) => Object.assign(first(w), { text: { toString: 'no' } }),
      'Questionnaire.item[0].item[0].text: must be text',
    ],
    [
      'an unknown type',
      (w) => Object.assign(first(w), { type: 'reference' }),
      'Questionnaire.item[0].item[0].type: must be "boolean", "choice"',
    ],
    [
      'a question below a question',
      (w) => Object.assign(first(w).item?.[0] ?? {}, { type: 'text' }),
      'Questionnaire.item[0].item[0].item[0].type: must be "display"',
    ],
    [
      'an initial value',
      (w) => Object.assign(first(w), { initial: [{ valueInteger: 1 }] }),
      'Questionnaire.item[0].item[0].initial: is not read here, and would be lost',
    ],
    [
      'a question outside a group',
      (w) => w.item.push(first(w)),
      'Questionnaire.item[2].linkId: is the linkId of',
    ],
    ['an extension twice', (w) => w.extension.push(w.extension[0] ?? { url: '' }), 'is there twice'],
    [
      'a level without its meaning',
      (w) => w.extension.filter(({ url }) => url.endsWith('/level')).map(({ extension }) => extension?.pop()),
      'Questionnaire.extension[2]: meaning is missing',
    ],
    [
      'an unknown status',
      (w) => Object.assign(w, { status: 'unknown' }),
      'Questionnaire.status: must be "draft", "active" or "retired"',
    ],
    [
      'another URL',
      (w) => Object.assign(w, { url: 'https://elsewhere.example/Questionnaire/sample' }),
      'Questionnaire.url: must begin with',
    ],
    [
      'a version that is none',
      (w) => Object.assign(w, { version: 'new' }),
      'Questionnaire.version: must be three numbers',
    ],
    [
      'changes of no version',
      (w) =>
        w.extension.push({
          url: 'https://pmhc-self-assessment.invalid/fhir/StructureDefinition/same-as-before',
          valueCode: 'a.b',
        }),
      'says what changed, without derivedFrom',
    ],
    [
      'an enableWhen that says something else',
      (w) =>
        w.item[0]?.item?.[2]?.enableWhen?.splice(0, 1, {
          question: 'team.formal',
          operator: '=',
          answerBoolean: false,
        }),
      'Questionnaire.item[0].item[2].enableWhen: says something else',
    ],
    [
      'an enableWhen alone',
      (w) => delete w.item[0]?.item?.[2]?.extension,
      "Questionnaire.item[0].item[2].enableWhen: can't be read without the extension",
    ],
  ])('refuses %s, and says where', (_, change, expected) => {
    expect(reasons(changedSample(change)).join('\n')).toContain(expected)
  })

  test('tells all faults at once', () => {
    const written = changedSample((w) => {
      Object.assign(w, { title: '' })
      Object.assign(first(w), { text: '' })
    })
    expect(reasons(written)).toEqual([
      'Questionnaire.title: must not be empty',
      'Questionnaire.item[0].item[0].text: must not be empty',
    ])
  })
})
