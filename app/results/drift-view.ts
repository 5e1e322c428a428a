import { dayNumber } from '../charts/time-axis.ts'
import type { DriftPoint } from '../charts/drift-point.ts'
import { agreementView, leaningWords, type AgreementRow } from './agreement-view.ts'
import type { FinalRound } from './round.ts'
import { roundNames, shortMonth } from './round-labels.ts'

/** One line: how far the sides were apart, of a domain or of all. */
export interface DriftLine {
  id: string
  title: string
  /** "Training: agency 0.3 levels higher, closer than in March 2025" */
  finding: string
  points: DriftPoint[]
  /** By round: "agency 0.8 levels higher; same level on 6 of 9 items". */
  cells: string[]
}

/** How the two sides' views came together or apart over the rounds that both rated. */
export interface DriftView {
  finding: string
  /** The names of the co-reviewed rounds. */
  rounds: string[]
  days: [number, number]
  /** How many levels the axes go up and down. */
  reach: number
  overall: DriftLine
  domains: DriftLine[]
}

/** Null where fewer than two rounds were co-reviewed: then there is nothing to compare. */
export function driftView(rounds: readonly FinalRound[]): DriftView | null {
  const both = rounds.flatMap(({ date, questionnaire, sides }) =>
    sides ? [{ date, domains: questionnaire.domains, view: agreementView(questionnaire, sides) }] : [],
  )
  const latest = both.at(-1)
  if (!latest || both.length < 2) return null
  const names = roundNames(both.map(({ date }) => date))
  const since = names.at(-2)?.label ?? ''
  const dates = both.map(({ date }) => date)
  const line = (id: string, title: string, rows: (AgreementRow | undefined)[]) =>
    lineOf({ id, title, rows, dates, since })
  const overall = line(
    'overall',
    'Overall',
    both.map(({ view }) => view.overall),
  )
  const domains = latest.domains.map(({ id, title }) =>
    line(
      id,
      title,
      both.map(({ view }) => view.domains.find((row) => row.id === id)),
    ),
  )
  const values = [overall, ...domains].flatMap(({ points }) =>
    points.map(({ value }) => Math.abs(value ?? 0)),
  )
  const days = dates.map(dayNumber)
  return {
    finding: overallFinding(
      overall.points.at(-2)?.value ?? null,
      overall.points.at(-1)?.value ?? null,
      since,
    ),
    rounds: names.map(({ short }) => short),
    days: [Math.min(...days), Math.max(...days)],
    reach: Math.max(1, Math.ceil(Math.max(...values))),
    overall,
    domains,
  }
}

interface ToDraw {
  id: string
  title: string
  /** One for each co-reviewed round; undefined where that version lacks the domain. */
  rows: readonly (AgreementRow | undefined)[]
  dates: readonly string[]
  since: string
}

function lineOf({ id, title, rows, dates, since }: ToDraw): DriftLine {
  const values = rows.map((row) => row?.meanDifference ?? null)
  const now = values.at(-1) ?? null
  const points = dates.map((date, index) => ({ date, month: shortMonth(date), value: values[index] ?? null }))
  const moved = movement(values.at(-2) ?? null, now)
  return {
    id,
    title,
    points,
    finding: `${title}: ${now === null ? 'not rated by both' : leaningWords(now)}${moved && `, ${moved} ${since}`}`,
    cells: rows.map((row) => (row ? `${row.difference}; same level on ${row.same}` : 'not in that version')),
  }
}

function movement(before: number | null, now: number | null): string {
  if (before === null || now === null) return ''
  if (Math.abs(now) === Math.abs(before)) return 'as far apart as in'
  return Math.abs(now) < Math.abs(before) ? 'closer than in' : 'further apart than in'
}

function overallFinding(before: number | null, now: number | null, since: string): string {
  if (before === null || now === null) return 'How the two sides’ views compare'
  if (Math.abs(now) === Math.abs(before)) return `The two sides’ views are as far apart as in ${since}`
  return `The two sides’ views ${Math.abs(now) < Math.abs(before) ? 'came closer' : 'drifted apart'} since ${since}`
}
