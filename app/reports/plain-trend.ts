import { decimal, roundHalfUp, type Rational } from '#assessments/rational.ts'
import { chainBackwards } from '#assessments/trend.ts'
import { trendFinding, signed } from '../charts/findings.ts'
import { dayNumber } from '../charts/time-axis.ts'
import { counted } from '../format.ts'
import { reviewWords } from '../review-words.ts'
import { shortMonth } from '../results/round-labels.ts'
import type { LineView } from '../results/trend-view.ts'
import type { PlainChange, ReportedRound } from './report-input.ts'
import { standingOfScores, type ScoreRow } from './score-rows.ts'

/** The lines over the rounds, overall and by domain. */
export interface Lines {
  overall: LineView
  domains: LineView[]
  days: [number, number]
  /** Where the version changed, in words. */
  versions: string[]
}

/** The lines over rounds of which only scores are shared, chained by the changes that rows hold. */
export function plainTrend(rounds: readonly ReportedRound[], labels: readonly string[]): Lines {
  const standings = rounds.map(standingOfScores)
  const days = rounds.map(({ copy }) => dayNumber(copy.asOf))
  const line = (id: string, title: string) => {
    const rows = standings.map(({ overall, domains }) =>
      id === 'overall' ? overall : domains.find((domain) => domain.id === id),
    )
    return lineOf({ id, title }, { rounds, rows, labels })
  }
  return {
    overall: line('overall', 'Overall'),
    domains: (standings.at(-1)?.domains ?? []).map(({ id, title }) => line(id, title)),
    days: [Math.min(...days), Math.max(...days)],
    versions: rounds.flatMap(({ questionnaire: { version } }, index) =>
      index > 0 && rounds[index - 1]?.questionnaire.version !== version
        ? [`Dashed line: version ${version} from ${labels[index] ?? ''}.`]
        : [],
    ),
  }
}

interface Plain {
  rounds: readonly ReportedRound[]
  /** Undefined where the version lacks the domain. */
  rows: readonly (ScoreRow | undefined)[]
  labels: readonly string[]
}

function lineOf({ id, title }: { id: string; title: string }, { rounds, rows, labels }: Plain): LineView {
  const changes = rounds.map(({ rows: plain }) => plain?.sinceLast.find(({ scope }) => scope === id))
  const chained = chainBackwards(
    rounds.map((round, index) => ({ score: scoreOf(round, id), change: changeOf(changes[index]) })),
  )
  const last = rows.at(-1)
  const points = rounds.map(({ copy, questionnaire }, index) => {
    const value = chained[index] ?? null
    return {
      ...{ date: copy.asOf, month: shortMonth(copy.asOf), version: questionnaire.version },
      value: value && roundHalfUp(value, 4),
      shown: value && roundHalfUp(value, 0),
      breaksBefore: index > 0 && changeOf(changes[index]) === null,
    }
  })
  return {
    ...{ id, title, points },
    finding: trendFinding(
      title,
      last?.displayed ?? null,
      changes.at(-1)?.displayed ?? null,
      labels.at(-2) ?? null,
    ),
    rows: rounds.map(({ copy, questionnaire: { version } }, index) => ({
      round: `${labels[index] ?? ''}, ${reviewWords(copy.coReviewed)}`,
      version,
      line: points[index]?.shown === null ? 'no score' : String(points[index]?.shown),
      own: String(rows[index]?.displayed ?? 'no score'),
      score: scoreWords(rows[index]),
      answered: rows[index]?.basis ?? '',
      compared: null,
      comparable: comparableWords(index, changes[index]),
      change: changeWords(index, changes[index]),
    })),
    breaks: points.flatMap(({ breaksBefore }, index) =>
      breaksBefore
        ? [
            `Too little can be compared between ${labels[index - 1] ?? ''} and ${labels[index] ?? ''}, so the line breaks there.`,
          ]
        : [],
    ),
  }
}

function scoreOf({ copy }: ReportedRound, id: string): Rational | null {
  const { overall, domains } = copy.scorecard
  const score = id === 'overall' ? overall : domains.find((domain) => domain.id === id)
  return typeof score?.score === 'number' ? decimal(score.score) : null
}

function changeOf(change: PlainChange | undefined): Rational | null {
  return typeof change?.change === 'number' ? decimal(change.change) : null
}

function scoreWords(row: ScoreRow | undefined): string {
  if (!row) return 'not in this version'
  return row.displayed === null ? 'No score' : `${row.displayed} (${row.basis})`
}

function comparableWords(index: number, change: PlainChange | undefined): string {
  if (index === 0) return 'first round'
  return counted(change?.comparable ?? 0, 'item')
}

function changeWords(index: number, change: PlainChange | undefined): string {
  if (index === 0) return '–'
  return typeof change?.displayed !== 'number' ? 'not comparable, the line breaks' : signed(change.displayed)
}
