import { otherSide, type Side } from '#assessments/access.ts'
import type { RequestContext } from '#app/context.server.ts'
import { aboutOf } from '#app/mail/about.ts'
import {
  otherSideRecalledMail,
  otherSideSubmittedMail,
  ownSideRecalledMail,
  ownSideSubmittedMail,
  reconcilingMail,
} from '#app/mail/submission-mails.ts'
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
  const news = { ...aboutOf(context, assessment), actor: own.name, other: other.name }
  await tellCoordinators(context, own.id, mails[what].own(news))
  await tellCoordinators(context, other.id, mails[what].other(news))
}
