import { otherSide, type Side } from '#assessments/access.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import {
  otherSideRecalledMail,
  otherSideSubmittedMail,
  ownSideRecalledMail,
  ownSideSubmittedMail,
  reconcilingMail,
  type SideNews,
} from '#app/mail/co-review-mails.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { partyOf } from '#app/own-side.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'

const mails = {
  submitted: { own: ownSideSubmittedMail, other: otherSideSubmittedMail },
  recalled: { own: ownSideRecalledMail, other: otherSideRecalledMail },
  reconciling: { own: reconcilingMail, other: reconcilingMail },
}

/** Tells the coordinators of both sides what one of them did. */
export async function tellOfRecallOrSubmission(
  context: RequestContext,
  assessment: Assessment,
  side: Side,
  what: keyof typeof mails,
): Promise<void> {
  const own = partyOf(assessment, side)
  const other = partyOf(assessment, otherSide(side))
  if (!own || !other) return
  const news: SideNews = {
    origin: context.environment.origin,
    assessmentId: assessment.id,
    agency: assessment.agencyName,
    asOf: formatDate(assessment.asOf),
    actor: own.name,
    other: other.name,
  }
  await tellCoordinators(context, own.id, mails[what].own(news))
  await tellCoordinators(context, other.id, mails[what].other(news))
}
