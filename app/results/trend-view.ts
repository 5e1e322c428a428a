import type { Questionnaire } from '#assessments/questionnaire.ts'
import { roundHalfUp } from '#assessments/rational.ts'
import { chainTrend, type TrendPoint as ChainedPoint } from '#assessments/trend.ts'
import { radarFinding, rawFinding, signed, trendFinding } from '../charts/findings.ts'
import { dayNumber } from '../charts/time-axis.ts'
import type { TrendRow } from '../charts/trend-chart.tsx'
import type { TrendPoint } from '../charts/trend-point.ts'
import { counted, formatScore } from '../format.ts'
import { reviewWords } from '../review-words.ts'
import { basisWords } from './basis-words.ts'
import { breakSentence } from './break-words.ts'
import { percent } from './percent.ts'
import type { FinalRound } from './round.ts'
import { shortMonth } from './round-labels.ts'

/** Which lines are drawn: the change like for like, or each round's own score. */
export type Scores = 'like-for-like' | 'raw'

/** One line with its title and its numbers. */
export interface LineView {
  id: string
  title: string
  finding: string
  points: TrendPoint[]
  rows: TrendRow[]
  /** Why the line breaks, one sentence each. */
  breaks: string[]
}

export interface TrendView {
  /** What all the lines show together. */
  finding: string
  scores: Scores
  /** The days of the first and the last round: the same axis for all lines. */
  days: [number, number]
  /** Where the version changed, in words; empty where it never did. */
  versions: string[]
  overall: LineView
  domains: LineView[]
}

/** The lines over all rounds, oldest first; `labels` are the rounds' names in the same order. */
export function trendView(
  rounds: readonly FinalRound[],
  labels: readonly string[],
  lineage: readonly Questionnaire[],
  scores: Scores,
): TrendView {
  const trend = chainTrend(rounds, lineage)
  const days = rounds.map(({ date }) => dayNumber(date))
  const titles = new Map(rounds.at(-1)?.questionnaire.domains.map(({ id, title }) => [id, title]))
  const stands = trend.domains.map(({ id, points }) => ({
    label: titles.get(id) ?? id,
    now: points.at(-1)?.displayScore ?? null,
    change: points.at(-1)?.displayChange ?? null,
  }))
  const context = { labels, rounds, scores }
  return {
    finding:
      scores === 'raw' ? 'The score of each round by itself' : radarFinding(stands, labels.at(-2) ?? null),
    scores,
    days: [Math.min(...days), Math.max(...days)],
    versions: versionSentences(trend.overall, labels),
    overall: lineView(null, trend.overall, context),
    domains: trend.domains.map(({ id, points }) =>
      lineView({ id, title: titles.get(id) ?? id }, points, context),
    ),
  }
}

interface Context {
  labels: readonly string[]
  rounds: readonly FinalRound[]
  scores: Scores
}

function lineView(
  domain: { id: string; title: string } | null,
  chained: readonly ChainedPoint[],
  { labels, rounds, scores }: Context,
): LineView {
  const { id, title } = domain ?? { id: 'overall', title: 'Overall' }
  const label = (index: number) => labels[index] ?? ''
  return {
    id,
    title,
    finding: findingOf(title, chained, labels.at(-2) ?? null, scores),
    points: chained.map(scores === 'raw' ? rawPoint : chainedPoint),
    rows: chained.map((point, index) =>
      rowOf(point, label(index), {
        reviewed: !!rounds[index]?.sides,
        ofDomain: domain !== null,
      }),
    ),
    breaks: chained.flatMap((point, index) => {
      const sentence = breakSentence({
        domain: domain && title,
        before: { label: label(index - 1), scored: (chained[index - 1]?.score ?? null) !== null },
        round: { label: label(index), point },
        needed: rounds[index]?.questionnaire.scoring.comparableShare ?? 0,
      })
      return sentence === null || scores === 'raw' ? [] : [sentence]
    }),
  }
}

function findingOf(title: string, points: readonly ChainedPoint[], since: string | null, scores: Scores) {
  const [before, last] = [points.at(-2), points.at(-1)]
  const now = last?.displayScore ?? null
  return scores === 'raw'
    ? rawFinding(title, now, before?.displayScore ?? null, since)
    : trendFinding(title, now, last?.displayChange ?? null, since)
}

function chainedPoint(point: ChainedPoint): TrendPoint {
  const { date, version, chained, roundedChained, brokenBefore } = point
  return {
    date,
    month: shortMonth(date),
    value: roundedChained,
    shown: chained && roundHalfUp(chained, 0),
    version,
    breaksBefore: brokenBefore,
  }
}

function rawPoint({ date, version, score, displayScore }: ChainedPoint): TrendPoint {
  const value = score && roundHalfUp(score, 4)
  return { date, month: shortMonth(date), value, shown: displayScore, version, breaksBefore: false }
}

function rowOf(
  point: ChainedPoint,
  round: string,
  { reviewed, ofDomain }: { reviewed: boolean; ofDomain: boolean },
): TrendRow {
  const { version, chained, displayScore, answered, applicable, brokenBefore, displayChange } = point
  const change = displayChange === null ? '–' : signed(displayChange)
  return {
    round: `${round}, ${reviewWords(reviewed)}`,
    version,
    line: chained ? String(roundHalfUp(chained, 0)) : 'no score',
    own: displayScore === null ? 'no score' : String(displayScore),
    score: formatScore({ displayed: displayScore, answered, applicable }),
    answered: `${answered} of ${applicable} answered`,
    compared: point.comparable === null ? null : `${point.comparable} compared`,
    comparable: comparableWords(point, ofDomain),
    change: brokenBefore ? 'not comparable, the line breaks' : change,
  }
}

function comparableWords({ comparable, sharedWeight, basis }: ChainedPoint, ofDomain: boolean): string {
  if (comparable === null) return 'first round'
  const weight = ofDomain ? 'of the weight' : 'of the weight in domains that can be compared'
  const share = sharedWeight ? `, ${percent(sharedWeight)} ${weight}` : ''
  return `${counted(comparable, 'item')}${share}, ${basisWords(basis ?? 'agency')}`
}

function versionSentences(points: readonly ChainedPoint[], labels: readonly string[]): string[] {
  return points.flatMap(({ versionChanged, version }, index) =>
    versionChanged ? [`Dashed line: version ${version} from ${labels[index] ?? ''}.`] : [],
  )
}
