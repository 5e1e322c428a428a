import { describe, expect, test } from 'vitest'
import { questionnaireFromFhir } from '#assessments/fhir/questionnaire-from-fhir.ts'
import type { FhirQuestionnaire, QuestionnaireItem } from '#assessments/fhir/r4.ts'
import { ourBase } from '#assessments/fhir/urls.ts'
import { changedSample } from './sample.ts'

describe('questionnaireFromFhir', () => {
  const reasons = (json: unknown) => {
    const reading = questionnaireFromFhir(json)
    return reading.status === 'invalid' ? reading.faults.map(({ path, reason }) => `${path}: ${reason}`) : []
  }
  const first = (written: FhirQuestionnaire): QuestionnaireItem => {
    const item = written.item[0]?.item?.[0]
    if (!item) throw new Error('there is no item')
    return item
  }

  test.each<[string, (written: FhirQuestionnaire) => unknown, string]>([
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
      'an enableWhen with a part missing',
      (w) => delete w.item[0]?.item?.[2]?.enableWhen?.[0]?.answerBoolean,
      'Questionnaire.item[0].item[2].enableWhen: says something else',
    ],
    [
      'an option twice',
      (w) => first(w).answerOption?.push(...(first(w).answerOption ?? [])),
      'Questionnaire.item[0].item[0].answerOption[5].valueCoding.code: "1" is there twice',
    ],
    [
      'a source twice',
      (w) => {
        const source = {
          url: `${ourBase}/StructureDefinition/source`,
          extension: [
            { url: 'id', valueCode: 'one' },
            { url: 'title', valueString: 'One' },
          ],
        }
        w.extension.push(source, source)
      },
      ': "one" is there twice',
    ],
    [
      'a renaming to two items',
      (w) => {
        Object.assign(w, { version: '1.1.0', derivedFrom: [`${w.url}|1.0.0`] })
        const sides = ['from', 'to', 'to'].map((url) => ({ url, valueCode: 'a.b' }))
        const named = [
          { url: 'change', valueCode: 'renamed' },
          { url: 'why', valueString: 'Because.' },
        ]
        w.extension.push({ url: `${ourBase}/StructureDefinition/change`, extension: [...named, ...sides] })
      },
      ': must have one part "to"',
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
