import { compareRounds, type Comparison } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { likeForLike } from '#assessments/like-for-like.ts'
import type { Level, Questionnaire } from '#assessments/questionnaire.ts'
import { pointsOf, scoreExactly } from '#assessments/scoring.ts'
import { roundHalfUp } from '#assessments/rational.ts'
import { listed } from '../format.ts'
import { basisSentence } from './basis-words.ts'
import { explainDomain, explainOverall, type Explanation } from './explanation.ts'
import { itemViews, type ItemView } from './item-view.ts'
import { radarView, type RadarView } from './radar-view.ts'
import { raisersByDomain, raisersOverall, type RaiserView } from './raiser-view.ts'
import { rankItems, type RankedItem } from './ranked-items.ts'
import { reviewView, type ReviewView } from './review-view.ts'
import type { FinalRound } from './round.ts'
import { roundNames } from './round-labels.ts'
import { domainViews, overallView, type DomainScoreView, type ScoreView } from './score-view.ts'

/** A domain with all that the results say of it. */
export interface DomainResults {
  score: DomainScoreView
  sum: Explanation | null
  raisers: RaiserView[]
  items: ItemView[]
}

/** All that the results page shows, in words and numbers that need no further thought. */
export interface ResultsView {
  levels: Level[]
  /** Where each band but the lowest begins, for the bars. */
  bounds: number[]
  /** "Level 1 is worth 0, level 2 25, …" */
  worth: string
  overall: ScoreView
  overallSum: Explanation | null
  /** Since the round before, like for like; null where this is the first, `displayed` null where it can't be told. */
  change: { since: string; displayed: number | null; basis: string } | null
  domains: DomainResults[]
  next: RaiserView[]
  strongest: RankedItem[]
  weakest: RankedItem[]
  radar: RadarView
  /** What both sides gave; null where it isn't co-reviewed. */
  review: ReviewView | null
}

/**
 * Works out the results of a round. `before` is the round before it, or null; `lineage` all known versions
 * of the questionnaire.
 */
export function resultsView(
  round: FinalRound,
  before: FinalRound | null,
  lineage: readonly Questionnaire[],
): ResultsView {
  const { questionnaire, responses } = round
  const scores = scoreExactly(questionnaire, responses)
  const comparison = before && compared(before, round, lineage)
  const raisers = new Map(raisersByDomain(questionnaire, responses).map(({ id, raisers }) => [id, raisers]))
  const scored = { questionnaire, responses, scores }
  const domains = domainViews(scored).map((score) => ({
    score,
    sum: explainDomain(questionnaire, scores, score.id),
    raisers: raisers.get(score.id) ?? [],
    items: itemViews(round, score.id),
  }))
  const names = roundNames(before ? [before.date, round.date] : [round.date])
  const beforeName = before && names[0] ? names[0] : null
  return {
    levels: questionnaire.levels,
    bounds: questionnaire.scoring.bands.map(({ from }) => from).filter((from) => from > 0),
    worth: worthOf(questionnaire),
    overall: overallView(scored),
    overallSum: explainOverall(questionnaire, scores),
    change: comparison && {
      since: beforeName?.label ?? '',
      displayed: comparison.overall.displayChange,
      basis: basisSentence(before, round),
    },
    domains,
    next: raisersOverall(questionnaire, responses, scores),
    ...rankItems(questionnaire, responses),
    radar: radarView(
      scores,
      domains.map(({ score }) => score),
      comparison,
      { now: names.at(-1) ?? { label: '', short: '' }, before: beforeName },
    ),
    review: reviewView(round),
  }
}

function compared(before: FinalRound, round: FinalRound, lineage: readonly Questionnaire[]): Comparison {
  const items = correspondence(lineage, before.questionnaire.version, round.questionnaire.version)
  const { older, newer } = likeForLike(before, round)
  return compareRounds(older, newer, items)
}

function worthOf(questionnaire: Questionnaire): string {
  const worth = questionnaire.levels.map(
    ({ value }) => `level ${value} is worth ${roundHalfUp(pointsOf(questionnaire, value), 2)}`,
  )
  const sentence = listed(worth)
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
