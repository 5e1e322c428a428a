import type { Mail } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

/** Invites somebody to become a member. */
export function invitationMail(
  origin: string,
  invitation: { email: string; organization: string; invitedBy: string; role: string; secret: string },
): Mail {
  return {
    to: invitation.email,
    subject: `Invitation to ${invitation.organization}`,
    body: paragraphs(
      'Hello,',
      `${invitation.invitedBy} invites you to the PMHC self-assessment of ${invitation.organization}, as ${invitation.role}.`,
      'Open this link within 14 days to accept:',
      `${origin}/invitations/${invitation.secret}`,
      'If you don’t know what this is about, you can ignore this message.',
    ),
  }
}

/** Lets somebody sign up where sign-up is by invitation only. */
export function signUpInvitationMail(origin: string, email: string, secret: string): Mail {
  return {
    to: email,
    subject: 'You can sign up for the PMHC self-assessment',
    body: paragraphs(
      'Hello,',
      'an administrator invites you to sign up for the PMHC self-assessment and to enter your organization there. The link works for 14 days:',
      `${origin}/sign-up?${new URLSearchParams({ invitation: secret }).toString()}`,
      'If you don’t know what this is about, you can ignore this message.',
    ),
  }
}

/** Tells administrators that an organization waits for them. */
export function organizationWaitsMail(origin: string, to: string, organization: string): Mail {
  return {
    to,
    subject: `${organization} waits for confirmation`,
    body: paragraphs(
      'Hello,',
      `${organization} signed up at the PMHC self-assessment and waits until an administrator confirms it:`,
      `${origin}/administration`,
    ),
  }
}

/** Tells a coordinator what an administrator decided. */
export function organizationDecidedMail(
  origin: string,
  { to, id, name, confirmed }: { to: string; id: string; name: string; confirmed: boolean },
): Mail {
  const said = confirmed
    ? `${name} was confirmed. You can start now: ${origin}/organizations/${id}`
    : `${name} was declined. If you think that this is a mistake, write to whoever runs ${origin}.`
  return {
    to,
    subject: confirmed ? `${name} was confirmed` : `${name} was declined`,
    body: paragraphs('Hello,', said),
  }
}
