import { decimal, roundHalfUp } from '#assessments/rational.ts'
import type { Score } from '#assessments/scorecard.ts'
import type { ChangesView } from '../results/changes-view.ts'
import { changeWords } from '../results/radar-view.ts'
import type { ResultsView } from '../results/results-view.ts'
import { basisOf } from '../results/score-words.ts'
import type { ScoreView } from '../results/score-view.ts'
import { counted } from '../format.ts'
import type { PlainChange, ReportedRound } from './report-input.ts'

/** A domain's score, or the overall one, with what it stands on and what changed. */
export interface ScoreRow {
  id: string
  title: string
  displayed: number | null
  /** "9 of 10 applicable items" */
  basis: string
  /** "Developing", "No band yet". */
  band: string
  /** "+4", "not comparable"; null where there is no round before. */
  change: string | null
  /** "9 items in common, 91% of the domain" */
  changeBasis: string | null
}

/** Where an agency stands, in numbers. */
export interface Standing {
  overall: ScoreRow
  domains: ScoreRow[]
  /** Where each band but the lowest begins. */
  bounds: number[]
}

/** The scores of a round whose answers are shared. */
export function standingOf(view: ResultsView, changes: ChangesView | null): Standing {
  const row = (id: string, title: string, score: ScoreView): ScoreRow => {
    const change = id === 'overall' ? changes?.overall : changes?.domains.find((one) => one.id === id)
    return {
      ...{ id, title, displayed: score.displayed, basis: basisOf(score) },
      band: score.band?.label ?? noBand(score.applicable),
      change: change?.change ?? null,
      changeBasis: change?.basis ?? null,
    }
  }
  return {
    overall: row('overall', 'Overall', view.overall),
    domains: view.domains.map(({ score }) => row(score.id, score.title, score)),
    bounds: view.bounds,
  }
}

/** The same of a round of which only scores are shared. */
export function standingOfScores({ copy, questionnaire, rows }: ReportedRound): Standing {
  const { bands } = questionnaire.scoring
  const row = (id: string, title: string, score: Score): ScoreRow => {
    const displayed = displayedOf(score, rows?.scores.find(({ scope }) => scope === id)?.displayed)
    const change = rows?.sinceLast.find(({ scope }) => scope === id)
    return {
      ...{ id, title, displayed, basis: basisOf({ ...score, displayed }) },
      band: bands.find((band) => band.id === score.band)?.label ?? noBand(score.applicable),
      change: change ? changeWords({ displayChange: change.displayed }) : null,
      changeBasis: change ? changeBasis(id, change) : null,
    }
  }
  return {
    overall: row('overall', 'Overall', copy.scorecard.overall),
    domains: questionnaire.domains.flatMap(({ id, title }) => {
      const score = copy.scorecard.domains.find((domain) => domain.id === id)
      return score ? [row(id, title, score)] : []
    }),
    bounds: bands.map(({ from }) => from).filter((from) => from > 0),
  }
}

/** As rows have it, which were rounded once; otherwise as the scorecard's four decimals have it. */
function displayedOf({ score }: Score, row: number | null | undefined): number | null {
  if (row !== undefined) return row
  return score === null ? null : roundHalfUp(decimal(score), 0)
}

function changeBasis(id: string, { comparable, sharedWeight }: PlainChange): string {
  const items = `${counted(comparable, 'item')} in common`
  if (id === 'overall') return items
  const share = roundHalfUp(decimal(Number((sharedWeight * 100).toFixed(2))), 0)
  return `${items}, ${share === 100 ? 'all' : `${share}%`} of the domain`
}

const noBand = (applicable: number) => (applicable === 0 ? 'Nothing applies' : 'No band yet')
