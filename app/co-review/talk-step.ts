import { otherSide, type Side } from '#assessments/access.ts'
import { counted } from '#app/format.ts'

/** Where both sides of an assessment are with agreeing. */
export interface TalkStanding {
  /** How many items are still to be settled. */
  left: number
  /** How many of them each side is to answer, since the other has proposed. */
  waitsFor: Record<Side, number>
  signed: Record<Side, boolean>
}

/** Who looks: their side, the other side's name, and what they may do. */
interface Looking {
  side: Side
  other: string
  may: { settle: boolean; sign: boolean }
}

/** What comes next of reconciling, in a few words and a sentence. */
export function talkStepOf(standing: TalkStanding, looking: Looking): { label: string; sentence: string } {
  const { left, signed } = standing
  const { side, may } = looking
  if (left > 0) {
    const label = may.settle ? 'Settle the differences' : 'See the differences'
    return { label, sentence: `Both have submitted. ${leftWords(standing, looking)}` }
  }
  const signs = may.sign && !signed[side]
  return {
    label: signs ? 'Look through and sign' : 'See what is agreed',
    sentence: signWords(standing, looking),
  }
}

function leftWords({ left, waitsFor }: TalkStanding, { side, other }: Looking): string {
  const all = `${counted(left, 'difference')} left to settle`
  const ours = waitsFor[side]
  const theirs = waitsFor[otherSide(side)]
  if (ours > 0) return `${all}: ${other} has proposed, and waits for your answer to ${ours}.`
  return theirs === left ? `${all}: you have proposed, and wait for ${other} to answer.` : `${all}.`
}

function signWords({ signed }: TalkStanding, { side, other, may }: Looking): string {
  if (signed[side]) return `You have signed. It waits for the signature of ${other}.`
  const others = signed[otherSide(side)]
  const so = others ? `Everything is settled, and ${other} has signed.` : 'Everything is settled.'
  return may.sign ? `${so} It waits for your signature.` : `${so} A coordinator of your side can sign.`
}
