import type { Side } from '#assessments/access.ts'
import { openItems } from '#assessments/reconciliation.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import type { AssessmentRow } from '#db/queries/assessments.server.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'
import type { TalkStanding } from './talk-step.ts'

/** Counts what is left to settle and for whom it waits, and says who has signed; only once both have submitted. */
export async function readTalkStanding(
  context: RequestContext,
  assessment: AssessmentRow,
): Promise<TalkStanding> {
  const { questionnaire } = versionOf(context, assessment)
  const { state } = await readReconciliation(context.database, assessment.id, questionnaire)
  const { agency, partner } = state.signatures
  const open = openItems(state)
  const proposedBy = (side: Side) => open.filter(({ proposal }) => proposal?.side === side).length
  return {
    left: open.length,
    waitsFor: { agency: proposedBy('partner'), partner: proposedBy('agency') },
    signed: { agency: Boolean(agency), partner: Boolean(partner) },
  }
}
