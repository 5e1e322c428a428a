import type { Mail, Message } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

/** Who writes: an organization, and the person who acted for it. */
interface From {
  organization: string
  person: string
}

const partnershipsPage = (origin: string, organizationId: string) =>
  `${origin}/organizations/${organizationId}/partnerships`

const whatItIs =
  'As partners, both rate the same items of the self-assessment by themselves, and settle together where they differ. Neither sees the other’s answers before both have submitted.'

/** Asks somebody whose organization isn't there yet. */
export function partnershipByMail(
  origin: string,
  { email, from, secret }: { email: string; from: From; secret: string },
): Mail {
  return {
    to: email,
    subject: `${from.organization} proposes a partnership`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} proposes a partnership in the PMHC self-assessment.`,
      whatItIs,
      'Open this link within 30 days to accept or decline:',
      `${origin}/partnerships/${secret}`,
      'If you don’t know what this is about, you can ignore this message.',
    ),
  }
}

/** Tells a coordinator that another organization proposes a partnership. */
export function partnershipProposedMail(origin: string, toldId: string, from: From): Message {
  return {
    subject: `${from.organization} proposes a partnership`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} proposes a partnership in the PMHC self-assessment.`,
      whatItIs,
      'Accept or decline here:',
      partnershipsPage(origin, toldId),
    ),
  }
}

/** Tells a coordinator of the proposer that the other has accepted. */
export function partnershipAcceptedMail(origin: string, toldId: string, from: From): Message {
  return {
    subject: `${from.organization} accepted the partnership`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} accepted the partnership. From now on an assessment can be rated by both:`,
      partnershipsPage(origin, toldId),
    ),
  }
}

/** Tells a coordinator of the proposer that the other has declined; by mail, it may have no organization here. */
export function partnershipDeclinedMail(origin: string, toldId: string, who: string): Message {
  return {
    subject: 'A partnership was declined',
    body: paragraphs(
      'Hello,',
      `${who} declined the partnership that you proposed. Nothing else changes:`,
      partnershipsPage(origin, toldId),
    ),
  }
}

/** Tells a coordinator that the other side has taken its proposal back. */
export function partnershipWithdrawnMail(origin: string, toldId: string, from: From): Message {
  return {
    subject: withdrawnSubject(from),
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} withdrew the partnership that it proposed to you. There is nothing left to accept or decline:`,
      partnershipsPage(origin, toldId),
    ),
  }
}

/** Tells somebody who was asked by mail that the proposal was taken back. */
export function mailedProposalWithdrawn(email: string, from: From): Mail {
  return {
    to: email,
    subject: withdrawnSubject(from),
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} withdrew the partnership that it proposed to you by mail. The link in that message no longer works, and there is nothing for you to do.`,
    ),
  }
}

const withdrawnSubject = (from: From) => `${from.organization} withdrew its proposal`

/** Tells a coordinator that the other side has ended the partnership. */
export function partnershipEndedMail(origin: string, toldId: string, from: From): Message {
  return {
    subject: `${from.organization} ended the partnership`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} ended the partnership. What was done together stays readable to both; nothing new can be started together.`,
      partnershipsPage(origin, toldId),
    ),
  }
}

/** Tells a coordinator of the partner that an agency asks it to rate an assessment. */
export function partnerChosenMail(
  origin: string,
  { from, assessmentId, asOf }: { from: From; assessmentId: string; asOf: string },
): Message {
  return {
    subject: `${from.organization} asks you to rate its assessment`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} asks you, as its partner, to rate its assessment as of ${asOf} too.`,
      'Neither side sees the other’s answers before both have submitted. Begin here:',
      `${origin}/assessments/${assessmentId}`,
    ),
  }
}
