import { describe, expect, it } from 'vitest'
import {
  freezeAlone,
  freezeReconciled,
  scorecardText,
  type FrozenDocument,
} from '#assessments/frozen-copy.ts'
import type { Step } from '#assessments/reconciliation.ts'
import { replay } from '#assessments/replay.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { sample, settledTable, sides } from './reconciling.ts'

const parts = {
  ...{ assessmentId: 'a1', asOf: '2026-03-01', questionnaire: sample },
  questionnaireSha256: 'f'.repeat(64),
}

/** A copy that both signed, reopened and signed anew after a change: the copies with all steps. */
function signedTwice() {
  const at = settledTable()
  at.sign('agency')
  at.sign('partner')
  const first = freezeReconciled({ ...parts, sides, steps: at.steps })
  at.reopen()
  at.propose('agency', 'training.near', { value: 2 }, 'Looked at again')
  at.accept('partner', 'training.near')
  at.sign('partner')
  at.sign('agency')
  return { first, second: freezeReconciled({ ...parts, sides, steps: at.steps }), steps: at.steps }
}

function replayed(document: FrozenDocument, steps: readonly Step[]) {
  const scorecardSha256 = sha256(scorecardText(document.scorecard))
  return replay({ document, questionnaire: sample, steps, scorecardSha256 })
}

const changed = (steps: readonly Step[], kind: Step['kind'], change: Partial<Record<string, unknown>>) =>
  steps.map((step) => (step.kind === kind ? { ...step, ...change } : step))

describe('replay', () => {
  it('finds each copy of an assessment to follow from the steps up to it', () => {
    const { first, second, steps } = signedTwice()
    expect(first.agreed).not.toEqual(second.agreed)
    expect(replayed(first, steps)).toBeNull()
    expect(replayed(second, steps)).toBeNull()
  })

  it('finds a signature that was never given, by another, later, or of another scorecard', () => {
    const { first, steps } = signedTwice()
    expect(replayed(first, [])).toBe('the agency never signed it')
    expect(replayed({ ...first, signatures: first.signatures.slice(0, 1) }, steps)).toBe(
      'the partner never signed it',
    )
    expect(replayed(first, changed(steps, 'signed', { side: 'agency' }))).toBe('the partner never signed it')
    const another = 'the agency signed by another person or at another time'
    expect(replayed(first, changed(steps, 'signed', { person: 'p9' }))).toBe(another)
    expect(replayed(first, changed(steps, 'signed', { at: '2026-02-01T00:00:00.000Z' }))).toBe(another)
    expect(replayed(first, changed(steps, 'signed', { sha256: 'b'.repeat(64) }))).toBe(
      'the agency signed another scorecard',
    )
  })

  it('finds an agreed response that nobody settled on, and a way of settling that wasn’t', () => {
    const { first, steps } = signedTwice()
    const agreed = { ...first.agreed, 'training.near': { value: 5 } }
    const odd = 'its agreed response to training.near doesn’t follow from what both sides did'
    expect(replayed({ ...first, agreed }, steps)).toBe(odd)
    const fewer = Object.entries(first.agreed ?? {}).filter(([id]) => id !== 'training.near')
    expect(replayed({ ...first, agreed: Object.fromEntries(fewer) }, steps)).toBe(odd)
    const settled = { ...first.settled, 'training.near': 'same' as const }
    expect(replayed({ ...first, settled }, steps)).toContain('how its items were settled')
    const proposals = changed(steps, 'proposed', { proposal: { value: 1 } })
    expect(replayed(first, proposals)).toContain('doesn’t follow')
    const responses = { ...first.responses, partner: { ...sides.partner, 'training.same': { value: 1 } } }
    expect(replayed({ ...first, responses }, steps)).toContain('training.same')
  })

  it('finds a signature that something was agreed after', () => {
    const { first, steps } = signedTwice()
    const [agency, partner] = first.signatures
    const late = steps.map((step) => (step.revision === 8 ? { ...step, revision: 80 } : step))
    const accepted: Step = {
      ...{ kind: 'accepted', item: 'training.near', refersTo: 1, note: null },
      ...{ revision: 79, side: 'partner', person: 'partner-person', at: '2026-01-01T00:00:00.000Z' },
    }
    const upTo = [...late.filter(({ revision }) => revision < 8), accepted, ...late.slice(7, 8)]
    const signatures = [agency, partner].flatMap((one) =>
      one ? [one.side === 'partner' ? { ...one, revision: 80 } : one] : [],
    )
    expect(replayed({ ...first, signatures }, upTo)).toBe('something was agreed after it was signed')
  })

  it('doesn’t mind text that was taken out of the copy', () => {
    const { first, steps } = signedTwice()
    const agreed = { ...first.agreed, 'training.wide': { value: 3, note: '[redacted]' } }
    expect(replayed({ ...first, agreed }, steps)).toBeNull()
    const other = { ...first.agreed, 'training.wide': { value: 3, note: 'Another note' } }
    expect(replayed({ ...first, agreed: other }, steps)).toContain('training.wide')
  })

  it('has nothing to say of a copy that isn’t co-reviewed, unless it holds what is agreed', () => {
    const submitted = { person: 'p1', at: '2026-03-02T10:00:00.000Z' }
    const alone = freezeAlone({ ...parts, responses: sides.agency, submitted })
    expect(replayed(alone, [])).toBeNull()
    expect(replayed({ ...alone, agreed: {} }, [])).toContain('isn’t co-reviewed')
    expect(replayed({ ...alone, coReviewed: true }, [])).toContain('lacks the partner’s')
  })
})
