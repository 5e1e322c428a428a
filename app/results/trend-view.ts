import type { Questionnaire } from '#assessments/questionnaire.ts'
import { roundHalfUp } from '#assessments/rational.ts'
import { chainTrend, type TrendPoint as ChainedPoint } from '#assessments/trend.ts'
import { radarFinding, signed, trendFinding } from '../charts/findings.ts'
import { dayNumber } from '../charts/time-axis.ts'
import type { TrendRow } from '../charts/trend-chart.tsx'
import type { TrendPoint } from '../charts/trend-point.ts'
import { counted, formatScore } from '../format.ts'
import { reviewWords } from '../review-words.ts'
import { basisWords } from './basis-words.ts'
import type { FinalRound } from './round.ts'
import { shortMonth } from './round-labels.ts'

/** One line with its title and its numbers. */
export interface LineView {
  id: string
  title: string
  /** What the latest score stands on: "10 of 11 applicable items". */
  basis: string
  finding: string
  points: TrendPoint[]
  rows: TrendRow[]
  breaks: string[]
}

export interface TrendView {
  /** What all the lines show together. */
  finding: string
  /** The days of the first and the last round: the same axis for all lines. */
  days: [number, number]
  overall: LineView
  domains: LineView[]
}

/** The lines over all rounds, oldest first; `labels` are the rounds' names in the same order. */
export function trendView(
  rounds: readonly FinalRound[],
  labels: readonly string[],
  lineage: readonly Questionnaire[],
): TrendView {
  const trend = chainTrend(rounds, lineage)
  const days = rounds.map(({ date }) => dayNumber(date))
  const titles = new Map(rounds.at(-1)?.questionnaire.domains.map(({ id, title }) => [id, title]))
  const stands = trend.domains.map(({ id, points }) => ({
    label: titles.get(id) ?? id,
    now: points.at(-1)?.displayScore ?? null,
    change: points.at(-1)?.displayChange ?? null,
  }))
  const reviewed = rounds.map(({ sides }) => !!sides)
  const line = (id: string, title: string, points: readonly ChainedPoint[]) =>
    lineView(id, title, points, { labels, reviewed })
  return {
    finding: radarFinding(stands, labels.at(-2) ?? null),
    days: [Math.min(...days), Math.max(...days)],
    overall: line('overall', 'Overall', trend.overall),
    domains: trend.domains.map(({ id, points }) => line(id, titles.get(id) ?? id, points)),
  }
}

function lineView(
  id: string,
  title: string,
  chained: readonly ChainedPoint[],
  { labels, reviewed }: { labels: readonly string[]; reviewed: readonly boolean[] },
): LineView {
  const last = chained.at(-1)
  return {
    id,
    title,
    basis: `${last?.answered ?? 0} of ${counted(last?.applicable ?? 0, 'applicable item')}`,
    finding: trendFinding(
      title,
      last?.displayScore ?? null,
      last?.displayChange ?? null,
      labels.at(-2) ?? null,
    ),
    points: chained.map(pointOf),
    rows: chained.map((point, index) => rowOf(point, labels[index] ?? '', reviewed[index] ?? false)),
    breaks: chained.flatMap((point, index) =>
      breakSentence(point, labels[index] ?? '', labels[index - 1] ?? ''),
    ),
  }
}

function pointOf({ date, version, chained, roundedChained, brokenBefore }: ChainedPoint): TrendPoint {
  return {
    date,
    month: shortMonth(date),
    value: roundedChained,
    shown: chained && roundHalfUp(chained, 0),
    version,
    breaksBefore: brokenBefore,
  }
}

function rowOf(point: ChainedPoint, round: string, reviewed: boolean): TrendRow {
  const {
    version,
    chained,
    displayScore,
    answered,
    applicable,
    comparable,
    brokenBefore,
    displayChange,
    basis,
  } = point
  const change = displayChange === null ? '–' : signed(displayChange)
  return {
    round: `${round}, ${reviewWords(reviewed)}`,
    version,
    line: chained ? String(roundHalfUp(chained, 0)) : 'no score',
    score: formatScore({ displayed: displayScore, answered, applicable }),
    comparable:
      comparable === null
        ? 'first round'
        : `${counted(comparable, 'item')}, ${basisWords(basis ?? 'agency')}`,
    change: brokenBefore ? 'not comparable, the line breaks' : change,
  }
}

function breakSentence(point: ChainedPoint, round: string, before: string): string[] {
  if (!point.brokenBefore) return []
  if (point.score === null) return [`Nothing is scored in ${round}, so the line breaks there.`]
  return [
    `The line breaks before ${round}: with ${counted(point.comparable ?? 0, 'item')} in common, too little can be compared with ${before}.`,
  ]
}
