import { withReturn } from '../accounts/local-path.ts'
import type { Mail } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

interface Person {
  name: string
  email: string
}

/** Asks a person to confirm that the email address is theirs. */
export function confirmAddressMail(origin: string, person: Person, token: string, to = '/'): Mail {
  return {
    to: person.email,
    subject: 'Confirm your email address',
    body: paragraphs(
      `Hello ${person.name},`,
      'please confirm that this email address is yours. The link works for one day:',
      `${origin}${withReturn(`/confirm-email/${token}`, to)}`,
      'If you did not ask for this at the PMHC self-assessment, you can ignore this message.',
    ),
  }
}

/** Carries the link with which a person chooses a new password. */
export function resetPasswordMail(origin: string, person: Person, token: string): Mail {
  return {
    to: person.email,
    subject: 'Choose a new password',
    body: paragraphs(
      `Hello ${person.name},`,
      'somebody, probably you, asked for a new password. Choose it here within one hour:',
      `${origin}/reset-password/${token}`,
      'If it was not you, you can ignore this message. Your password stays as it is.',
    ),
  }
}

/** Tells a person that the password is a new one, in case it was not them. */
export function passwordChangedMail(origin: string, person: Person): Mail {
  return {
    to: person.email,
    subject: 'Your password was changed',
    body: paragraphs(
      `Hello ${person.name},`,
      'the password of your account at the PMHC self-assessment was changed, and you were signed out everywhere.',
      `If it was not you, choose a new one at once: ${origin}/forgot-password`,
    ),
  }
}

/** Tells a person who signs up a second time that the account is there. */
export function accountExistsMail(origin: string, person: Person): Mail {
  return {
    to: person.email,
    subject: 'You already have an account',
    body: paragraphs(
      `Hello ${person.name},`,
      'somebody, probably you, tried to sign up at the PMHC self-assessment with this email address. You already have an account.',
      `Sign in: ${origin}/sign-in`,
      `If you don’t remember the password: ${origin}/forgot-password`,
    ),
  }
}

/** Tells a person that an administrator took the second step away, in case it was not them who asked. */
export function secondStepResetMail(origin: string, person: Person): Mail {
  return {
    to: person.email,
    subject: 'Your second step at sign-in was reset',
    body: paragraphs(
      `Hello ${person.name},`,
      'an administrator of the PMHC self-assessment switched off the second step of your sign-in. Your password alone signs you in now.',
      `Sign in and switch it on again: ${origin}/account/second-factor`,
      'If you did not ask for this, tell whoever runs the site at once.',
    ),
  }
}

/** Tells the old address that a new one was asked for, in case it was not the person. */
export function addressChangeMail(origin: string, person: Person, newAddress: string): Mail {
  return {
    to: person.email,
    subject: 'Your email address is about to change',
    body: paragraphs(
      `Hello ${person.name},`,
      `somebody, probably you, asked to change the email address of your account at the PMHC self-assessment to ${newAddress}. It changes once the new address is confirmed.`,
      `If it was not you, change your password at once: ${origin}/account`,
    ),
  }
}
