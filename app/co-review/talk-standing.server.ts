import type { Side } from '#assessments/access.ts'
import { openItems } from '#assessments/reconciliation.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { counted } from '#app/format.ts'
import type { AssessmentRow } from '#db/queries/assessments.server.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'

/** Where both sides of an assessment are with agreeing. */
export interface TalkStanding {
  /** How many items are still to be settled. */
  left: number
  signed: Record<Side, boolean>
}

/** Counts what is left to settle, and says who has signed; only once both have submitted. */
export async function readTalkStanding(
  context: RequestContext,
  assessment: AssessmentRow,
): Promise<TalkStanding> {
  const { questionnaire } = versionOf(context, assessment)
  const { state } = await readReconciliation(context.database, assessment.id, questionnaire)
  const { agency, partner } = state.signatures
  return { left: openItems(state).length, signed: { agency: Boolean(agency), partner: Boolean(partner) } }
}

/** What comes next of reconciling, in a sentence, for one side; `other` is the other side's name. */
export function talkWords({ left, signed }: TalkStanding, side: Side, other: string): string {
  if (left > 0) return `Both have submitted. ${counted(left, 'difference')} left to settle.`
  if (!signed[side]) return 'Everything is settled. It waits for your signature.'
  return `You have signed. It waits for the signature of ${other}.`
}
