import type { Mail } from './mailer.server.ts'

interface Person {
  name: string
  email: string
}

/** Asks a new person to confirm that the mail address is theirs. */
export function confirmAddressMail(origin: string, person: Person, token: string): Mail {
  return {
    to: person.email,
    subject: 'Confirm your mail address',
    body: `Hello ${person.name},\n\nplease confirm that this mail address is yours by opening this link:\n\n${origin}/confirm-email/${token}\n\nIf you did not sign up for the PMHC self-assessment, you can ignore this message.\n`,
  }
}

/** Carries the link with which a person chooses a new password. */
export function resetPasswordMail(origin: string, person: Person, token: string): Mail {
  return {
    to: person.email,
    subject: 'Choose a new password',
    body: `Hello ${person.name},\n\nsomebody, probably you, asked for a new password. Choose it here within one hour:\n\n${origin}/reset-password/${token}\n\nIf it was not you, you can ignore this message. Your password stays as it is.\n`,
  }
}
