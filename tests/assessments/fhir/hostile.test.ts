import { describe, expect, test } from 'vitest'
import { parseFhirText } from '#assessments/fhir/limits.ts'
import { questionnaireFromFhir } from '#assessments/fhir/questionnaire-from-fhir.ts'
import type { FhirQuestionnaire, QuestionnaireItem } from '#assessments/fhir/r4.ts'
import { responsesFromFhir } from '#assessments/fhir/responses-from-fhir.ts'
import { changedSample, sample } from './sample.ts'

function faultsOf(json: unknown, limits = {}): string[] {
  const reading = questionnaireFromFhir(json, { limits })
  return reading.status === 'invalid' ? reading.faults.map(({ path, reason }) => `${path}: ${reason}`) : []
}

function nested(depth: number): QuestionnaireItem {
  let item: QuestionnaireItem = { linkId: 'x', text: 'x', type: 'group' }
  for (let i = 0; i < depth; i += 1) item = { linkId: `x${i}`, text: 'x', type: 'group', item: [item] }
  return item
}

function firstItem(written: FhirQuestionnaire): QuestionnaireItem {
  const item = written.item[0]?.item?.[0]
  if (!item) throw new Error('there is no item')
  return item
}

/** Yes-no items that each hang on the one that `target` says, condition and enableWhen alike. */
function chain(length: number, target: (index: number) => number): FhirQuestionnaire {
  const base = 'https://pmhc-self-assessment.invalid/fhir/StructureDefinition'
  return changedSample((written) => {
    const items = Array.from({ length }, (_, i): QuestionnaireItem => {
      const question = `chain.item-${target(i)}`
      return {
        linkId: `chain.item-${i}`,
        text: 'Next?',
        type: 'boolean',
        enableWhen: [{ question, operator: '=', answerBoolean: true }],
        enableBehavior: 'any',
        extension: [
          {
            url: `${base}/shown-when`,
            extension: [
              { url: 'join', valueCode: 'all' },
              {
                url: 'comparison',
                extension: [
                  { url: 'item', valueCode: question },
                  { url: 'way', valueCode: 'equals' },
                  { url: 'value', valueBoolean: true },
                ],
              },
            ],
          },
        ],
      }
    })
    const { extension } = written.item[0] ?? {}
    written.item.push({
      ...(extension && { extension }),
      linkId: 'chain',
      text: 'Chain',
      type: 'group',
      item: items,
    })
  })
}

/** Fails where something takes longer than a person would wait. */
function quickly<T>(task: () => T): T {
  const start = performance.now()
  const result = task()
  expect(performance.now() - start).toBeLessThan(3000)
  return result
}

describe('what is not what it says', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, 'must be an object'],
    ['a list', [], 'must be an object'],
    ['text', 'Questionnaire', 'must be an object'],
    ['another resource', { resourceType: 'Patient' }, 'resourceType: must be "Questionnaire"'],
    ['no resource', {}, 'resourceType: must be "Questionnaire"'],
    [
      'items that are none',
      { resourceType: 'Questionnaire', item: { linkId: 'x' } },
      'Questionnaire.item: must be a list',
    ],
    [
      'entries of null',
      { resourceType: 'Questionnaire', item: [null], extension: [null] },
      'Questionnaire.item[0].type',
    ],
  ])('is refused: %s', (_, json, sentence) => {
    expect(faultsOf(json).join('\n')).toContain(sentence)
  })

  test('is refused as responses too', () => {
    const reading = responsesFromFhir({ resourceType: 'Questionnaire' }, sample)
    expect(reading).toEqual({
      status: 'invalid',
      faults: [{ path: 'resourceType', reason: 'must be "QuestionnaireResponse"' }],
    })
  })

  test('is refused where it says that it means something else', () => {
    const modified = changedSample((w) => Object.assign(firstItem(w), { modifierExtension: [{ url: 'x' }] }))
    expect(faultsOf(modified)).toEqual([
      'Questionnaire.item[0].item[0].modifierExtension: may change what everything else means, and is not understood',
    ])
    expect(faultsOf({ ...modified, implicitRules: 'x' }).join()).toContain('Questionnaire.implicitRules')
  })
})

describe('too much', () => {
  test('nesting is refused, however deep', () => {
    for (const depth of [30, 5000]) {
      const faults = quickly(() => faultsOf(changedSample((w) => w.item.push(nested(depth)))))
      expect(faults).toHaveLength(1)
      expect(faults[0]).toContain('nested deeper than 24')
    }
    const text = '{"resourceType":"Questionnaire","item":'.concat('['.repeat(200_000))
    expect(quickly(() => parseFhirText(text))).toMatchObject({
      status: 'invalid',
      faults: [{ reason: expect.stringContaining('nested too deep') as string }],
    })
  })

  test('items are refused', () => {
    const items = Array.from({ length: 6000 }, (_, i) => ({
      linkId: `a.b${i}`,
      text: 'x',
      type: 'boolean' as const,
    }))
    const faults = quickly(() => faultsOf(changedSample((w) => w.item[0]?.item?.push(...items))))
    expect(faults).toEqual(['Questionnaire.item[0].item: is refused: more than 5000 items'])
    const groups = Array.from({ length: 4 }, (_, i) => ({
      linkId: `group-${i}`,
      text: 'x',
      type: 'group' as const,
      item: items.slice(0, 1500),
    }))
    expect(quickly(() => faultsOf(changedSample((w) => w.item.push(...groups))))).toEqual([
      'Questionnaire.item[5].item: is refused: more than 5000 items',
    ])
  })

  test('values are refused', () => {
    const extension = Array.from({ length: 400_000 }, () => ({ url: 'x' }))
    const faults = quickly(() =>
      faultsOf(changedSample((w) => w.extension.push(...extension.slice(0, 100_000)))),
    )
    expect(faults).toEqual([])
    expect(quickly(() => faultsOf({ resourceType: 'Questionnaire', extension }))).toEqual([
      expect.stringContaining('more than 600000 values'),
    ])
  })

  test('text is refused, and its content isn’t repeated', () => {
    const faults = faultsOf(changedSample((w) => Object.assign(w, { title: 'x'.repeat(1_000_000) })))
    expect(faults).toEqual(['Questionnaire.title: must be at most 20000 characters'])
  })

  test('bytes are refused, by the limit that is given', () => {
    const text = JSON.stringify({ resourceType: 'Questionnaire', title: 'é'.repeat(400) })
    expect(parseFhirText(text, { bytes: 500 })).toEqual({
      status: 'invalid',
      faults: [{ path: '', reason: 'is larger than 500 bytes' }],
    })
    expect(parseFhirText(text, { bytes: 1000 }).status).toBe('valid')
  })

  test('faults are counted rather than listed', () => {
    const items = Array.from({ length: 4000 }, (_, i) => ({
      linkId: `a.b${i}`,
      text: 'x',
      type: 'url' as never,
    }))
    const faults = quickly(() => faultsOf(changedSample((w) => w.item[0]?.item?.push(...items))))
    expect(faults).toHaveLength(101)
    expect(faults.at(-1)).toMatch(/has \d+ more faults/)
  })
})

describe('traps', () => {
  test('keys that reach for what every object has are refused', () => {
    const text = JSON.stringify(changedSample(() => undefined)).replace(
      '"title":',
      '"__proto__":{"draft":true,"polluted":1},"title":',
    )
    const reading = parseFhirText(text)
    expect(reading.status === 'valid' && faultsOf(reading.json)).toEqual([
      'Questionnaire: has a key that no FHIR element has: "__proto__"',
    ])
    expect({}).not.toHaveProperty('polluted')
  })

  test.each(['__proto__', 'constructor', 'toString'])(
    '%s is no id, no code and no way to compare',
    (word) => {
      const faults = [
        changedSample((w) => Object.assign(firstItem(w), { linkId: word })),
        changedSample((w) =>
          Object.assign(firstItem(w).answerOption?.[0]?.valueCoding ?? {}, { code: word }),
        ),
        changedSample((w) => {
          const way = w.item[0]?.item?.[2]?.extension?.find(({ url }) => url.endsWith('shown-when'))
            ?.extension?.[1]
          Object.assign(way?.extension?.[1] ?? {}, { valueCode: word })
        }),
      ].map((json) => faultsOf(json).length)
      expect(faults.every((count) => count > 0)).toBe(true)
    },
  )

  test('keys that are there twice are refused', () => {
    expect(parseFhirText('{"resourceType":"Questionnaire","url":"a","url":"b"}')).toMatchObject({
      faults: [{ path: 'url', reason: 'is there twice' }],
    })
  })

  test('half of a character is refused', () => {
    const faults = faultsOf(changedSample((w) => Object.assign(firstItem(w), { text: 'a\uD800' })))
    expect(faults.join()).toContain('Questionnaire.item[0].item[0].text: holds a control character')
    const compared = changedSample((w) =>
      Object.assign(w.item[0]?.item?.[2]?.enableWhen?.[0] ?? {}, {
        answerBoolean: undefined,
        answerString: '\uD800',
      }),
    )
    expect(faultsOf(compared).join()).toContain('says something else')
  })

  test('linkIds that are there twice are refused, wherever they stand', () => {
    const faults = faultsOf(
      changedSample((w) => Object.assign(w.item[1]?.item?.[0] ?? {}, { linkId: 'team.group' })),
    )
    expect(faults).toEqual([
      'Questionnaire.item[1].item[0].linkId: is the linkId of Questionnaire.item[0].item[0] already',
    ])
  })

  test('conditions that go round in a circle are refused', () => {
    const faults = faultsOf(chain(3, (i) => (i + 1) % 3))
    expect(faults).toEqual([
      expect.stringMatching(
        /^Questionnaire\.item\[2\]\.item\[0\]\.extension\[0\]: depends on itself: "chain\.item-0"/,
      ),
    ])
  })

  test('long circles and long chains take no long time', () => {
    expect(quickly(() => faultsOf(chain(4900, (i) => (i + 1) % 4900))).join()).toContain('depends on itself')
    expect(quickly(() => faultsOf(chain(4900, (i) => Math.min(i + 1, 4899)))).length).toBeGreaterThan(0)
  })
})
