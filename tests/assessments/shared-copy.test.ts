import { describe, expect, test } from 'vitest'
import { freezeAlone } from '#assessments/frozen-copy.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { reasonNotShared, sharedCopy } from '#assessments/shared-copy.ts'
import { everything, shares, type Sharing } from '#assessments/sharing.ts'
import { questionnaire, responses } from '#tests/support/questionnaires.ts'

const sample = questionnaire()
const typed = 'Something that somebody typed'
const answers = responses({
  'leadership.workgroup': { value: 2, note: typed, evidence: ['https://example.org/a'] },
  'leadership.coordinator': { notApplicable: typed },
})
const document = freezeAlone({
  assessmentId: 'a1',
  asOf: '2026-03-01',
  questionnaire: sample,
  questionnaireSha256: 'f'.repeat(64),
  responses: answers,
  submitted: { person: 'p1', at: '2026-03-02T10:00:00.000Z' },
  alone: { reason: 'released', partner: responses({ 'leadership.workgroup': { value: 5, note: typed } }) },
})
const copyFor = (sharing: Partial<Sharing>) => sharedCopy(document, sample, { ...everything, ...sharing })

describe('sharedCopy', () => {
  test('is nothing where only the profile is shared', () => {
    expect(copyFor({ step: 'profile' })).toBeNull()
  })

  test('with scores shared holds the scores and no answer, no item and no typed text', () => {
    const copy = copyFor({ step: 'scores' })
    expect(copy?.scorecard.overall.score).toBe(scoreResponses(sample, answers).overall.score)
    expect(copy?.responses).toBeNull()
    const text = JSON.stringify(copy)
    expect(text).not.toContain('leadership.workgroup')
    expect(text).not.toContain(typed)
    expect(text).not.toContain('p1')
  })

  test('with answers but no notes shared scores the same, and holds nothing that was typed', () => {
    const copy = copyFor({ notes: false, partner: false })
    expect(scoreResponses(sample, copy?.responses?.agency ?? {})).toEqual(document.scorecard)
    expect(copy?.responses?.agency['leadership.coordinator']).toEqual({ notApplicable: reasonNotShared })
    expect(copy?.responses?.partner).toBeNull()
    expect(JSON.stringify(copy)).not.toContain(typed)
    expect(JSON.stringify(copy)).not.toContain('example.org')
  })

  test("holds the partner's own answers only where the partner agreed", () => {
    expect(copyFor({ partner: true })?.responses?.partner).toEqual(document.responses.partner)
    expect(copyFor({ partner: false })?.responses?.partner).toBeNull()
  })

  test('without the partner’s consent says of no item that the partner chose the same', () => {
    const settled = { 'leadership.workgroup': 'same', 'leadership.coordinator': 'not-agreed' } as const
    const reconciled = { ...document, settled }
    const copy = sharedCopy(reconciled, sample, { step: 'answers', notes: true, partner: false })
    expect(copy?.settled).toEqual({ 'leadership.coordinator': 'not-agreed' })
    expect(sharedCopy(reconciled, sample, everything)?.settled).toEqual(settled)
  })

  test('for its own people leaves nothing out', () => {
    expect(copyFor({})?.responses?.agency).toEqual(answers)
  })
})

test('each step of sharing holds those before it', () => {
  expect(shares({ step: 'answers' }, 'scores')).toBe(true)
  expect(shares({ step: 'scores' }, 'scores')).toBe(true)
  expect(shares({ step: 'profile' }, 'scores')).toBe(false)
})
