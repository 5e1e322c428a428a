import type { Mail, Message } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

/** Who writes: an organization, and the person who acted for it. */
interface From {
  organization: string
  person: string
}

const sharingPage = (origin: string, agencyId: string) => `${origin}/organizations/${agencyId}/sharing`
const enrollmentsPage = (origin: string, programId: string) =>
  `${origin}/organizations/${programId}/enrollments`

const whatItIs =
  'A program follows the agencies that are enrolled with it: who has assessed itself, and what came of it. Your agency chooses how much of that it shares, and can change that or end it at any time. Nothing is shared before you accept.'

/** Invites an agency that isn't here yet, by the address of somebody there. */
export function enrollmentByMail(
  origin: string,
  { email, from, secret }: { email: string; from: From; secret: string },
): Mail {
  return {
    to: email,
    subject: `${from.organization} invites your agency`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} invites your agency to enroll with it in the PMHC self-assessment.`,
      whatItIs,
      'Open this link within 30 days to accept or decline:',
      `${origin}/enrollments/${secret}`,
      'If you don’t know what this is about, you can ignore this message.',
    ),
  }
}

/** Tells a coordinator that a program invites the agency. */
export function agencyInvitedMail(origin: string, agencyId: string, from: From): Message {
  return {
    subject: `${from.organization} invites your agency`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} invites your agency to enroll with it.`,
      whatItIs,
      'Accept or decline here:',
      sharingPage(origin, agencyId),
    ),
  }
}

/** Tells a coordinator of the program that an agency has accepted. */
export function enrollmentAcceptedMail(origin: string, programId: string, from: From): Message {
  return {
    subject: `${from.organization} is enrolled`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} accepted the invitation to your program. What the agency shares is here:`,
      enrollmentsPage(origin, programId),
    ),
  }
}

/** Tells a coordinator of the program that an invitation was declined. */
export function enrollmentDeclinedMail(origin: string, programId: string, who: string): Message {
  return {
    subject: 'An invitation was declined',
    body: paragraphs(
      'Hello,',
      `${who} declined the invitation to your program. Nothing else changes:`,
      enrollmentsPage(origin, programId),
    ),
  }
}

/** Tells a coordinator of the agency that the program took its invitation back. */
export function invitationWithdrawnMail(origin: string, agencyId: string, from: From): Message {
  return {
    subject: `${from.organization} withdrew its invitation`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} withdrew the invitation to its program. There is nothing left to accept or decline:`,
      sharingPage(origin, agencyId),
    ),
  }
}

/** Tells somebody who was invited by mail that the invitation was taken back. */
export function mailedInvitationWithdrawn(email: string, from: From): Mail {
  return {
    to: email,
    subject: `${from.organization} withdrew its invitation`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} withdrew the invitation to its program that it sent you by mail. The link in that message no longer works, and there is nothing for you to do.`,
    ),
  }
}

/** Tells a coordinator of the program that an agency has ended its enrollment. */
export function agencyLeftMail(origin: string, programId: string, from: From): Message {
  return {
    subject: `${from.organization} ended its enrollment`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} ended its enrollment with your program. You no longer see anything of it, and it is left out of figures and new exports.`,
      enrollmentsPage(origin, programId),
    ),
  }
}

/** Tells a coordinator of the agency that the program has ended the enrollment. */
export function programEndedMail(origin: string, agencyId: string, from: From): Message {
  return {
    subject: `${from.organization} ended your enrollment`,
    body: paragraphs(
      'Hello,',
      `${from.person} of ${from.organization} ended your agency’s enrollment. It no longer sees anything of your agency.`,
      sharingPage(origin, agencyId),
    ),
  }
}
