import { addressOf, type About } from './about.ts'
import type { Message } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

/** What a mail about one side's submission says. */
interface SideNews extends About {
  /** The organization that submitted or recalled. */
  actor: string
  /** The organization across. */
  other: string
}

const named = ({ agencyName, asOf }: About) => `the assessment of ${agencyName} as of ${asOf}`

/** Tells a side's own coordinators that it was submitted. */
export function ownSideSubmittedMail(news: SideNews): Message {
  return {
    subject: `${news.actor} has submitted its answers`,
    body: paragraphs(
      'Hello,',
      `the answers of ${news.actor} in ${named(news)} were submitted and are locked.`,
      `${news.other} has not submitted yet. Until it has, a coordinator can recall the submission, and neither side sees the other’s answers:`,
      addressOf(news, '/review'),
    ),
  }
}

/** Tells the other side's coordinators that one side has submitted; nothing of what it answered. */
export function otherSideSubmittedMail(news: SideNews): Message {
  return {
    subject: `${news.actor} has submitted: ${news.other} is next`,
    body: paragraphs(
      'Hello,',
      `${news.actor} has submitted its answers in ${named(news)}. ${news.other} has not submitted yet.`,
      'Once both have, you see each other’s answers and settle where they differ. Go on here:',
      addressOf(news),
    ),
  }
}

/** Tells a side's own coordinators that its submission was recalled. */
export function ownSideRecalledMail(news: SideNews): Message {
  return {
    subject: `${news.actor} has recalled its answers`,
    body: paragraphs(
      'Hello,',
      `the submission of ${news.actor} in ${named(news)} was recalled. Its answers can be changed again, until it is submitted anew:`,
      addressOf(news),
    ),
  }
}

/** Tells the other side's coordinators that a submission was recalled. */
export function otherSideRecalledMail(news: SideNews): Message {
  return {
    subject: `${news.actor} has recalled its submission`,
    body: paragraphs(
      'Hello,',
      `${news.actor} has recalled its submission in ${named(news)} and will submit again. Nothing changes for the answers of ${news.other}:`,
      addressOf(news),
    ),
  }
}

/** Tells the coordinators of both sides that both have submitted. */
export function reconcilingMail(news: SideNews): Message {
  return {
    subject: 'Both sides have submitted: settle the differences',
    body: paragraphs(
      'Hello,',
      `${news.other} and ${news.actor} have both submitted their answers in ${named(news)}. You can now see where they differ, agree on a level for each item, and sign:`,
      addressOf(news, '/differences'),
    ),
  }
}
