import { exactScores, type ExactScore } from '#assessments/exact-scoring.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { explainDifference } from '#assessments/difference-parts.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { formatScore } from '../format.ts'
import { reviewWords } from '../review-words.ts'
import { changesOf, type ChangeRow } from './changes-view.ts'
import { differenceWords, type DifferenceView } from './difference-view.ts'
import { itemComparisons, type ComparedGroup } from './item-comparisons.ts'
import type { FinalRound } from './round.ts'
import { roundNames } from './round-labels.ts'

/** One of the two rounds, as the page names it. */
export interface NamedRound {
  assessmentId: string
  label: string
  short: string
  version: string
  reviewed: string
}

/** A domain's two scores and its like-for-like change, or the overall ones. */
export interface ScoreChangeRow extends ChangeRow {
  older: string
  newer: string
}

/** Two rounds side by side. */
export interface CompareView {
  older: NamedRound
  newer: NamedRound
  overall: ScoreChangeRow
  domains: ScoreChangeRow[]
  /** Whose ratings are compared. */
  basis: string
  difference: DifferenceView
  /** "9 items improved", "2 items declined", … */
  counts: string[]
  items: ComparedGroup[]
}

/** Compares any two rounds of one questionnaire, the older one first. */
export function compareView(
  older: FinalRound,
  newer: FinalRound,
  lineage: readonly Questionnaire[],
): CompareView {
  const corresponding = correspondence(lineage, older.questionnaire.version, newer.questionnaire.version)
  const explanation = explainDifference(older, newer, corresponding)
  const [past, present] = [named(older, newer, 0), named(older, newer, 1)]
  const changes = changesOf(older, newer, explanation.comparison, past)
  const [before, after] = [older, newer].map(({ questionnaire, responses }) =>
    exactScores(questionnaire, responses),
  )
  const scoreOf = (scores: typeof before, id: string) =>
    scoreWords(scores?.domains.find((domain) => domain.id === id))
  return {
    older: past,
    newer: present,
    overall: { ...changes.overall, older: scoreWords(before?.overall), newer: scoreWords(after?.overall) },
    domains: changes.domains.map((row) => ({
      ...row,
      older: scoreOf(before, row.id),
      newer: scoreOf(after, row.id),
    })),
    basis: changes.basis,
    difference: differenceWords(older, newer, [past.label, present.label], explanation),
    counts: changes.groups.map(({ title }) => title),
    items: itemComparisons(older, newer, explanation.comparison.items, lineage),
  }
}

function named(older: FinalRound, newer: FinalRound, place: 0 | 1): NamedRound {
  const { assessmentId, questionnaire, sides } = place === 0 ? older : newer
  const name = roundNames([older.date, newer.date])[place]
  return {
    assessmentId,
    label: name?.label ?? '',
    short: name?.short ?? '',
    version: questionnaire.version,
    reviewed: reviewWords(!!sides),
  }
}

function scoreWords(score: ExactScore | undefined): string {
  if (!score) return 'not in this version'
  const { displayScore, answered, applicable } = score
  return formatScore({ displayed: displayScore, answered, applicable })
}
