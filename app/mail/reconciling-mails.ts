import type { AloneReason } from '#assessments/alone-reason.ts'
import { addressOf, type About } from './about.ts'
import type { Message } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

const named = ({ agencyName, partnerName, asOf }: About) =>
  `the assessment of ${agencyName} as of ${asOf}, which ${agencyName} and ${partnerName} rate together`

/** One side signed what both agreed. */
export function signedMail(about: About, signed: { organization: string; waitsFor: string }): Message {
  return {
    subject: `${signed.organization} signed; ${signed.waitsFor} signs next`,
    body: paragraphs(
      'Hello,',
      `${signed.organization} signed what both sides agreed in ${named(about)}.`,
      `It becomes final when a coordinator of ${signed.waitsFor} signs it too:`,
      addressOf(about, '/differences#sign'),
    ),
  }
}

/** Both sides have signed. */
export function finalMail(about: About): Message {
  return {
    subject: `Final: the assessment of ${about.agencyName} as of ${about.asOf}`,
    body: paragraphs(
      'Hello,',
      `Both sides have signed ${named(about)}. It is final, and the agency’s, the partner’s and the agreed score are there to see:`,
      addressOf(about, '/results'),
    ),
  }
}

/** The agency opened again what both had signed. */
export function reopenedMail(about: About): Message {
  return {
    subject: `Reopened: the assessment of ${about.agencyName} as of ${about.asOf}`,
    body: paragraphs(
      'Hello,',
      `${about.agencyName} reopened ${named(about)}. What was agreed stays, and can be changed; the signatures no longer hold. The reason stands on this page:`,
      addressOf(about, '/differences'),
      'Until both sides have signed again, the copy that was final counts everywhere.',
    ),
  }
}

const whyAlone: Record<AloneReason, (about: About) => string> = {
  released: ({ agencyName, partnerName }) => `${agencyName} released ${partnerName} from it.`,
  overdue: ({ agencyName, partnerName }) =>
    `${partnerName} had not submitted 30 days after ${agencyName} did.`,
  'partnership-ended': () => 'The partnership has ended.',
}

/** The agency goes on without its partner. */
export function wentAloneMail(about: About, reason: AloneReason): Message {
  const { agencyName, partnerName, asOf } = about
  return {
    subject: `${agencyName} goes on alone: assessment as of ${asOf}`,
    body: paragraphs(
      'Hello,',
      `${agencyName} goes on alone with ${named(about)}. ${whyAlone[reason](about)}`,
      `Its result will say that it is not co-reviewed. ${partnerName} can still read its own answers; nobody can change them:`,
      addressOf(about),
    ),
  }
}
