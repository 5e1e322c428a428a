import type { RequestContext } from '../context.server.ts'
import { formatDate } from '../format.ts'
import { partnerChosenMail } from '../mail/partnership-mails.ts'
import { tellCoordinators } from '../mail/tell-coordinators.server.ts'

interface Chosen {
  partnerId: string
  assessmentId: string
  /** `YYYY-MM-DD`. */
  asOf: string
  agencyName: string
  personName: string
}

/** Tells a partner's coordinators that an agency asks them to rate an assessment. */
export async function tellPartner(context: RequestContext, chosen: Chosen): Promise<void> {
  const { partnerId, assessmentId, asOf, agencyName, personName } = chosen
  const words = {
    from: { organization: agencyName, person: personName },
    assessmentId,
    asOf: formatDate(asOf),
  }
  await tellCoordinators(context, partnerId, partnerChosenMail(context.environment.origin, words))
}
