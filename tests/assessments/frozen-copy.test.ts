import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#assessments/canonical.ts'
import { ENGINE_VERSION } from '#assessments/engine.ts'
import {
  agreedScorecardText,
  freezeAlone,
  freezeReconciled,
  frozenText,
  readFrozen,
  rescore,
  scorecardText,
} from '#assessments/frozen-copy.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { questionnaire, responses } from '#tests/support/questionnaires.ts'
import { sample as bothSample, settledTable, sides, table } from './reconciling.ts'

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

describe('freezeAlone, of an assessment that went on without its partner', () => {
  test('says why, and keeps what the partner had submitted', () => {
    const partner = responses({ 'leadership.workgroup': 2 })
    const document = freezeAlone({ ...parts, alone: { reason: 'released', partner } })
    expect(document).toEqual({
      ...freezeAlone(parts),
      alone: 'released',
      responses: { agency: answers, partner },
    })
    expect(readFrozen(frozenText(document))).toEqual(document)
    expect(rescore(document, sample)).toEqual({ status: 'same' })
  })

  test('leaves a partner out who had not submitted', () => {
    const document = freezeAlone({ ...parts, alone: { reason: 'overdue', partner: null } })
    expect(document).toMatchObject({ alone: 'overdue', responses: { partner: null }, coReviewed: false })
  })
})

test('freezeAlone counts a copied answer that nobody reconfirmed as unanswered, and keeps its note', () => {
  const carried = { assessment: 'a0', at: '2025-03-01T00:00:00.000Z', person: 'p2' }
  const document = freezeAlone({
    ...parts,
    responses: { 'leadership.workgroup': { value: 4, note: 'As last year', carried } },
  })
  expect(document.responses.agency).toEqual({ 'leadership.workgroup': { note: 'As last year' } })
  expect(document.scorecard.overall).toMatchObject({ answered: 0, applicable: 2 })
})

test('frozenText of an assessment without a partner is what it always was', () => {
  const { 'leadership.workgroup': answer } = answers
  const text = frozenText(freezeAlone({ ...parts, responses: { 'leadership.workgroup': answer ?? {} } }))
  expect(text).toBe(
    '{"agreed":null,"asOf":"2026-03-01","assessment":"a1","coReviewed":false,"engine":"1","format":1,' +
      `"questionnaire":{"name":"sample@1.0.0","sha256":"${'f'.repeat(64)}"},` +
      '"responses":{"agency":{"leadership.workgroup":{"evidence":["https://example.org/a"],' +
      '"note":"Typed text","value":4}},"partner":null},' +
      '"scorecard":{"domains":[{"answered":1,"applicable":2,"band":null,"cappedBy":[],"completeness":0.5,' +
      '"id":"leadership","score":75}],"overall":{"answered":1,"applicable":2,"band":null,"cappedBy":[],' +
      '"completeness":0.5,"score":75},"questionnaire":"sample@1.0.0"},' +
      '"signatures":[{"at":"2026-03-02T10:00:00.000Z","person":"p1","side":"agency"}]}',
  )
})

describe('freezeReconciled', () => {
  const both = { ...parts, questionnaire: bothSample, sides }

  test('holds both sides’ responses, what was agreed and how, and both signatures', () => {
    const at = settledTable()
    at.sign('partner')
    at.sign('agency')
    const document = freezeReconciled({ ...both, steps: at.steps })
    const { agreed } = at.state()
    expect(document).toMatchObject({
      coReviewed: true,
      responses: sides,
      agreed: {
        'training.same': { value: 3 },
        'training.near': { value: 4 },
        'training.wide': { value: 3, note: 'Only half of us were trained' },
        'training.officers': { value: 40 },
      },
      settled: {
        'training.same': 'same',
        'training.near': 'settled',
        'training.wide': 'settled',
        'training.budget': 'agency-only',
        'training.optional': 'agency-only',
        'data.plan': 'settled',
      },
      scorecard: scoreResponses(bothSample, agreed),
      signatures: [
        { side: 'agency', person: 'agency-person', at: '2026-01-01T00:00:08.000Z', revision: 8 },
        { side: 'partner', person: 'partner-person', at: '2026-01-01T00:00:07.000Z', revision: 7 },
      ],
    })
    expect(document).not.toHaveProperty('alone')
    expect(scorecardText(document.scorecard)).toBe(agreedScorecardText(bothSample, at.state()))
    expect(readFrozen(frozenText(document))).toEqual(document)
    expect(rescore(document, bothSample)).toEqual({ status: 'same' })
  })

  test('marks an item that was closed as not agreed', () => {
    const at = settledTable()
    at.propose('agency', 'training.near', { notAgreed: true })
    at.accept('partner', 'training.near')
    at.sign('partner')
    at.sign('agency')
    const document = freezeReconciled({ ...both, steps: at.steps })
    expect(document.settled?.['training.near']).toBe('not-agreed')
    expect(document.agreed?.['training.near']).toEqual({ value: 3 })
  })

  test('refuses what isn’t settled, or not signed by both', () => {
    expect(() => freezeReconciled({ ...both, steps: table().steps })).toThrow('not settled')
    const at = settledTable()
    at.sign('partner')
    expect(() => freezeReconciled({ ...both, steps: at.steps })).toThrow('the agency has not signed')
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
