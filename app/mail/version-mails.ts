import { addressOf, type About } from './about.ts'
import type { Message } from './mailer.server.ts'
import { paragraphs } from './paragraphs.ts'

/** From which version of its questionnaire to which an assessment was moved. */
interface Moved extends About {
  from: string
  to: string
  /** What changed between the two, as an address. */
  changes: string
}

/** Tells a coordinator of the partner that the questions are those of a newer version. */
export function versionMovedMail(news: Moved): Message {
  const { agencyName, asOf, from, to } = news
  return {
    subject: `${agencyName} moved its assessment to a newer questionnaire`,
    body: paragraphs(
      'Hello,',
      `${agencyName} moved its assessment as of ${asOf}, which you rate too, from version ${from} of its questionnaire to version ${to}.`,
      'Your answers came along: where the question is the same they stand, elsewhere you see them beside the new question. Nothing that you answered was lost.',
      'What changed:',
      news.changes,
      'Go on here:',
      addressOf(news),
    ),
  }
}

/** Tells a coordinator of the partner that the questions are those of before again. */
export function versionMoveUndoneMail(news: Moved): Message {
  const { agencyName, asOf, from, to } = news
  return {
    subject: `${agencyName} moved its assessment back`,
    body: paragraphs(
      'Hello,',
      `${agencyName} moved its assessment as of ${asOf}, which you rate too, back from version ${from} of its questionnaire to version ${to}.`,
      'Your answers are as they were before. What you answered meanwhile stands where the question is the same, and is shown beside the question elsewhere.',
      'Go on here:',
      addressOf(news),
    ),
  }
}
