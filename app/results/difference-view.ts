import { correspondence } from '#assessments/correspondence.ts'
import {
  explainDifference,
  type ExplainedDifference,
  type Explanation,
} from '#assessments/difference-parts.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { roundHalfAwayFromZero, roundHalfUp, type Rational } from '#assessments/rational.ts'
import { signed } from '../charts/findings.ts'
import { counted, listed } from '../format.ts'
import { basisSentence } from './basis-words.ts'
import type { FinalRound } from './round.ts'

/** A domain's two scores and what their difference is made of, as a table says it. */
export interface DifferenceRow {
  id: string
  title: string
  older: string
  newer: string
  difference: string
  /** In the order of the table's columns; null where the difference can't be split. */
  parts: string[] | null
}

/** What the differences of two rounds' scores are made of. */
export interface DifferenceView {
  older: { label: string; assessmentId: string }
  newer: { label: string; assessmentId: string }
  /** The overall difference in words. */
  sentence: string
  /** Whose ratings the improvement is taken on. */
  basis: string
  /** The names of the parts. */
  columns: string[]
  overall: DifferenceRow
  domains: DifferenceRow[]
}

/** Each pair of neighboring rounds, the latest first; `labels` are the rounds' names in the order of the rounds. */
export function differencesView(
  rounds: readonly FinalRound[],
  labels: readonly string[],
  lineage: readonly Questionnaire[],
): DifferenceView[] {
  const pairs = rounds.slice(1).flatMap((newer, index) => {
    const older = rounds[index]
    return older
      ? [differenceView(older, newer, [labels[index] ?? '', labels[index + 1] ?? ''], lineage)]
      : []
  })
  return pairs.reverse()
}

function differenceView(
  older: FinalRound,
  newer: FinalRound,
  labels: readonly [string, string],
  lineage: readonly Questionnaire[],
): DifferenceView {
  const items = correspondence(lineage, older.questionnaire.version, newer.questionnaire.version)
  return differenceWords(older, newer, labels, explainDifference(older, newer, items))
}

/** An explanation in words; `labels` are the older round's name and the newer one's. */
export function differenceWords(
  older: FinalRound,
  newer: FinalRound,
  labels: readonly [string, string],
  explanation: Explanation,
): DifferenceView {
  const { overall, domains } = explanation
  const withRaters = [overall, ...domains].some(({ parts }) => parts && parts.raters.numerator !== 0n)
  const titles = new Map(newer.questionnaire.domains.map(({ id, title }) => [id, title]))
  const row = (id: string, title: string, explained: ExplainedDifference) =>
    rowOf(id, title, explained, withRaters)
  const named = (label: string, { assessmentId }: FinalRound) => ({ label, assessmentId })
  return {
    older: named(labels[0], older),
    newer: named(labels[1], newer),
    sentence: [scoresSentence(overall, labels), ...partsSentence(explanation)].join(' '),
    basis: basisSentence(older, newer),
    columns: [
      'Improvement',
      'Change of the form',
      'Answered in one round only',
      ...(withRaters ? ['Whose ratings count'] : []),
    ],
    overall: row('overall', 'Overall', overall),
    domains: domains.map((domain) => row(domain.id, titles.get(domain.id) ?? domain.id, domain)),
  }
}

function rowOf(
  id: string,
  title: string,
  explained: ExplainedDifference,
  withRaters: boolean,
): DifferenceRow {
  const { older, newer, difference, shown } = explained
  return {
    id,
    title,
    older: whole(older),
    newer: whole(newer),
    difference: difference ? signed(roundHalfAwayFromZero(difference, 0)) : '–',
    parts:
      shown &&
      [shown.improvement, shown.form, shown.coverage, ...(withRaters ? [shown.raters] : [])].map(signed),
  }
}

const whole = (score: Rational | null) => (score ? String(roundHalfUp(score, 0)) : 'no score')

function scoresSentence(overall: ExplainedDifference, [before, now]: readonly [string, string]): string {
  const { older, newer, difference } = overall
  if (!difference) return `Without a score in ${older ? now : before} there is no overall difference.`
  return `The overall score was ${whole(older)} in ${before} and ${whole(newer)} in ${now}: a difference of ${points(roundHalfAwayFromZero(difference, 0))}.`
}

/** What the overall difference is made of; the numbers add up. */
function partsSentence({ overall: { difference, shown }, comparison }: Explanation): string[] {
  if (!difference) return []
  if (!shown) return ['How much of it is improvement can’t be told: too little is comparable.']
  const leftOut = comparison.domains.filter(
    ({ change, sharedWeight }) => change === null && sharedWeight,
  ).length
  const elsewhere = leftOut > 0 ? ` or in ${counted(leftOut, 'domain')} with too little in common` : ''
  const clauses = [
    `${points(shown.improvement)} ${verb(shown.improvement)} ${shown.improvement < 0 ? 'decline' : 'improvement'}`,
    `${points(shown.form)} ${come(shown.form)} from the change of the form`,
    `${points(shown.coverage)} from items answered in only one of the rounds${elsewhere}`,
    ...(shown.raters === 0
      ? []
      : [
          `${points(shown.raters)} from whose ratings count: agreed levels in one round, the agency’s own in the other`,
        ]),
  ]
  return [`Of it, ${listed(clauses)}.`]
}

const points = (count: number) => `${signed(count)} ${Math.abs(count) === 1 ? 'point' : 'points'}`
const verb = (count: number) => (Math.abs(count) === 1 ? 'is' : 'are')
const come = (count: number) => (Math.abs(count) === 1 ? 'comes' : 'come')
