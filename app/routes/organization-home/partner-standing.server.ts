import type { RequestContext } from '#app/context.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'

/** What the partner has to do with where an agency's open assessment is; null where the next step says that, or there is none. */
export async function readPartnerStanding(
  context: RequestContext,
  assessmentId: string,
): Promise<string | null> {
  const assessment = await findAssessment(context.database, assessmentId)
  if (!assessment?.partnerName) return null
  const { partnerName, partnership, alone, stage, sides } = assessment
  if (alone) return `It goes on without ${partnerName}.`
  if (partnership !== 'active') return `The partnership with ${partnerName} has ended.`
  if (stage === 'reconciling') return null
  const theirs = sides.partner?.submittedAt
    ? `Your partner, ${partnerName}, has submitted.`
    : `Your partner, ${partnerName}, hasn’t submitted yet.`
  return sides.agency?.submittedAt ? `You have submitted. ${theirs}` : theirs
}
