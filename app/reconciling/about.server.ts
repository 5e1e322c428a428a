import type { Assessment } from '#db/queries/assessments.server.ts'
import type { RequestContext } from '../context.server.ts'
import { formatDate } from '../format.ts'
import type { About } from '../mail/reconciling-mails.ts'

/** An assessment as mails speak of it. */
export function aboutOf({ environment }: Pick<RequestContext, 'environment'>, assessment: Assessment): About {
  const { id, agencyName, partnerName, asOf } = assessment
  return {
    origin: environment.origin,
    assessmentId: id,
    agencyName,
    partnerName: partnerName ?? 'its partner',
    asOf: formatDate(asOf),
  }
}
