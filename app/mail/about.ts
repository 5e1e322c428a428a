import type { Assessment } from '#db/queries/assessments.server.ts'
import type { RequestContext } from '../context.server.ts'
import { formatDate } from '../format.ts'

/** The assessment that a mail is about, in words and as its address. */
export interface About {
  origin: string
  assessmentId: string
  agencyName: string
  partnerName: string
  /** "March 1, 2026". */
  asOf: string
}

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

/** The address of an assessment, or of one of its pages. */
export const addressOf = ({ origin, assessmentId }: About, page = '') =>
  `${origin}/assessments/${assessmentId}${page}`
