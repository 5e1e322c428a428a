import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { questionnaireFromFhir } from '#assessments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '#assessments/fhir/questionnaire-to-fhir.ts'
import { r4Extensions } from '#assessments/fhir/urls.ts'
import { parseQuestionnaire } from '#assessments/read-questionnaire.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions } from '#tests/support/questionnaires.ts'
import { r4ExtensionTypes, r4Faults } from '#tests/support/r4-validator.ts'
import { sample, sent } from './sample.ts'

const fhir = questionnaireToFhir(sample)

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
        (written.item = [{ ...fhir.item[0]?.item?.[2], answerValueSet: 'http://x.example' }]),
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
