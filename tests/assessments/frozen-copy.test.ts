import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#assessments/canonical.ts'
import { ENGINE_VERSION } from '#assessments/engine.ts'
import { freezeAlone, frozenText, readFrozen, rescore, scorecardText } from '#assessments/frozen-copy.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { questionnaire, responses } from '#tests/support/questionnaires.ts'

const sample = questionnaire()
const answers = responses({
  'leadership.workgroup': { value: 4, note: 'Typed text', evidence: ['https://example.org/a'] },
  'leadership.coordinator': { notApplicable: 'Another typed text' },
})
const parts = {
  assessmentId: 'a1',
  asOf: '2026-03-01',
  questionnaire: sample,
  questionnaireSha256: 'f'.repeat(64),
  responses: answers,
  submitted: { person: 'p1', at: '2026-03-02T10:00:00.000Z' },
}

describe('freezeAlone', () => {
  test('holds all that is needed to score again, and says that nobody co-reviewed', () => {
    expect(freezeAlone(parts)).toEqual({
      format: 1,
      assessment: 'a1',
      questionnaire: { name: 'sample@1.0.0', sha256: 'f'.repeat(64) },
      engine: ENGINE_VERSION,
      asOf: '2026-03-01',
      coReviewed: false,
      responses: { agency: answers, partner: null },
      agreed: null,
      scorecard: scoreResponses(sample, answers),
      signatures: [{ side: 'agency', person: 'p1', at: '2026-03-02T10:00:00.000Z' }],
    })
  })

  test('leaves cleared responses out', () => {
    const document = freezeAlone({ ...parts, responses: { ...answers, 'leadership.coordinator': {} } })
    expect(Object.keys(document.responses.agency)).toEqual(['leadership.workgroup'])
  })

  test('gives the same text whatever the order of the responses', () => {
    const turned = Object.fromEntries(Object.entries(answers).reverse())
    expect(frozenText(freezeAlone({ ...parts, responses: turned }))).toBe(frozenText(freezeAlone(parts)))
  })
})

test('scorecardText holds nothing that was typed', () => {
  const text = scorecardText(freezeAlone(parts).scorecard)
  expect(text).not.toContain('yped text')
  expect(text).toBe(canonicalJson(scoreResponses(sample, answers)))
})

test('readFrozen reads what frozenText wrote, and refuses anything else', () => {
  const document = freezeAlone(parts)
  expect(readFrozen(frozenText(document))).toEqual(document)
  expect(() => readFrozen('{"format":2}')).toThrow()
})

describe('rescore', () => {
  test('gives the frozen scorecard again', () => {
    expect(rescore(readFrozen(frozenText(freezeAlone(parts))), sample)).toEqual({ status: 'same' })
  })

  test('tells both scorecards where an answer or a score was changed', () => {
    const document = freezeAlone(parts)
    const changed = {
      ...document,
      responses: { agency: responses({ 'leadership.workgroup': 5 }), partner: null },
    }
    const again = rescore(readFrozen(canonicalJson(changed)), sample)
    expect(again).toMatchObject({ status: 'differs', frozen: scorecardText(document.scorecard) })
  })

  test('isn’t changed by a note that was redacted', () => {
    const document = freezeAlone(parts)
    const agency = { ...document.responses.agency, 'leadership.workgroup': { value: 4, note: '[redacted]' } }
    expect(rescore({ ...document, responses: { agency, partner: null } }, sample)).toEqual({ status: 'same' })
  })

  test('names an engine that isn’t known', () => {
    expect(rescore({ ...freezeAlone(parts), engine: 'toString' }, sample)).toEqual({
      status: 'unknown-engine',
      engine: 'toString',
    })
  })
})
