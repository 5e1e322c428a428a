import { scorecardText } from '#assessments/frozen-copy.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { shares } from '#assessments/sharing.ts'
import { formatDate } from '../format.ts'
import type { Explanation } from '../results/explanation.ts'
import type { ResultsView } from '../results/results-view.ts'
import type { ReportedRound, Signature } from './report-input.ts'

/** How the figures of a report came about, and what they can be checked by. */
export interface HowComputed {
  /** How scores are made, one thought each. */
  rules: string[]
  bands: { label: string; from: number; meaning: string }[]
  /** The sum of the overall score; null where answers aren't shared. */
  sum: Explanation | null
  /** What tells this report's source apart from every other: label and value. */
  record: [label: string, value: string][]
  /** What the questionnaire says of itself. */
  instrument: string
}

export const notValidated =
  'This self-assessment has not been validated as a measuring instrument: use it to talk and to plan, not to rank agencies or to judge people.'

/** The rules of a round's questionnaire, and the marks of its copy. */
export function howComputed(
  round: ReportedRound,
  view: ResultsView | null,
  { madeOn, signatures }: { madeOn: string; signatures: readonly Signature[] },
): HowComputed {
  const { questionnaire } = round
  return {
    rules: [...(view ? [view.worth] : []), ...rulesOf(questionnaire)],
    bands: questionnaire.scoring.bands.map(({ label, from, meaning }) => ({ label, from, meaning })),
    sum: view?.overallSum ?? null,
    record: [
      ...recordOf(round),
      ...signatures.map(({ name, for: side, at }): [string, string] => [
        `Signed for ${side}`,
        `${name}, ${at}`,
      ]),
      ['Report made on', formatDate(madeOn)],
    ],
    instrument: `It was written independently, and is neither endorsed by nor equivalent to any other instrument. ${notValidated}`,
  }
}

/** What holds for every score of a questionnaire. */
export function rulesOf({ scoring }: ReportedRound['questionnaire']): string[] {
  return [
    'A domain’s score is the mean of its answered items that apply, each counting by its weight. The overall score is the mean of the domains that have one. Scores run from 0 to 100; nothing is rounded before the end.',
    'Unanswered items are no zeros: they lower the number of items that a score stands on. Items that are not applicable, or not asked, are left out.',
    `A band is withheld while fewer than ${scoring.minimumCompleteness}% of the applicable items are answered, while a must-have is unanswered, and while items answered not applicable hold more than ${scoring.maximumNotApplicable}% of the domain’s weight. While a must-have is below the level that passes, the band can’t be the highest.`,
    `Changes are like for like: taken only on items that both rounds share and answered, at the newer version’s weights. Where two rounds share less than ${scoring.comparableShare}% of a domain’s weight, nothing is compared.`,
  ]
}

function recordOf({ copy, questionnaire, number, finalizedOn }: ReportedRound) {
  const record: HowComputed['record'] = [
    ['Questionnaire', `${questionnaire.title}, version ${questionnaire.version}`],
    ['Its name and SHA-256', `${copy.questionnaire.name} ${copy.questionnaire.sha256}`],
    ['Assessment', `${copy.assessment}, copy ${number}, made final on ${finalizedOn}`],
    ['Engine version', copy.engine],
    ['Scorecard’s SHA-256', scorecardHash(copy)],
  ]
  return record
}

/** The hash also covers which must-haves cap a band, so that it would tell of answers that aren't shared. */
function scorecardHash({ sharing, scorecard }: ReportedRound['copy']): string {
  return shares(sharing, 'answers')
    ? sha256(scorecardText(scorecard))
    : 'Not shown: it covers which must-haves hold a band down, and answers are not shared.'
}
