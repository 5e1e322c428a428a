import type { Withheld } from '#assessments/banding.ts'
import type { ExactDomainScore, ExactScore, ExactScores } from '#assessments/exact-scoring.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { passingLevel } from '#assessments/item.ts'
import { roundHalfUp, type Rational } from '#assessments/rational.ts'
import type { Responses } from '#assessments/response.ts'
import { listed } from '../format.ts'

/** An item as a sentence names it. */
export interface ItemName {
  id: string
  question: string
  /** What else the sentence says of it: "level 2, and level 3 passes". */
  detail: string | null
}

/** Why a band is as it is, with the items that it hangs on. */
export interface Reason {
  text: string
  items: ItemName[]
}

/** A score as a page shows it, with what it stands on and what becomes of its band. */
export interface ScoreView {
  displayed: number | null
  answered: number
  applicable: number
  band: { label: string; meaning: string } | null
  /** Why there is no band; empty where there is one or nothing applies. */
  withheld: Reason[]
  /** Why the band can't be the highest; null where it can. */
  capped: Reason | null
}

export interface DomainScoreView extends ScoreView {
  id: string
  title: string
}

interface Scored {
  questionnaire: Questionnaire
  responses: Responses
  scores: ExactScores
}

/** The overall score. Unanswered must-haves and the like are told at their domains. */
export function overallView(scored: Scored): ScoreView {
  return viewOf(scored.scores.overall, scored, [])
}

/** The scores of the domains, in the questionnaire's order. */
export function domainViews(scored: Scored): DomainScoreView[] {
  const { questionnaire, responses, scores } = scored
  return questionnaire.domains.flatMap(({ id, title, items }) => {
    const score = scores.domains.find((candidate) => candidate.id === id)
    if (!score) return []
    const leftOut = items
      .filter((item) => item.kind === 'level' && responses[item.id]?.notApplicable !== undefined)
      .map((item) => ({ id: item.id, question: item.question, detail: null }))
    return [{ id, title, ...viewOf(score, scored, leftOut) }]
  })
}

function viewOf(score: ExactScore | ExactDomainScore, scored: Scored, leftOut: ItemName[]): ScoreView {
  const band = scored.questionnaire.scoring.bands.find(({ id }) => id === score.band)
  return {
    displayed: score.displayScore,
    answered: score.answered,
    applicable: score.applicable,
    band: band ? { label: band.label, meaning: band.meaning } : null,
    withheld: score.withheld.map((why) => withheldReason(why, scored.questionnaire, leftOut)),
    capped: score.cappedBy.length > 0 ? cappedReason(score.cappedBy, scored) : null,
  }
}

function withheldReason(why: Withheld, questionnaire: Questionnaire, leftOut: ItemName[]): Reason {
  switch (why.reason) {
    case 'completeness':
      return {
        text: `Only ${why.answered} of ${why.applicable} applicable scored items are answered; a band needs at least ${percent(why.minimum)}.`,
        items: [],
      }
    case 'must-have-unanswered':
      return {
        text:
          why.items.length === 1
            ? 'A must-have is unanswered:'
            : `${why.items.length} must-haves are unanswered:`,
        items: namesOf(questionnaire, why.items),
      }
    case 'not-applicable':
      return {
        text: `Items answered not applicable hold ${percent(why.share)} of this domain’s weight; a band allows at most ${percent(why.maximum)}:`,
        items: leftOut,
      }
    case 'domains':
      return { text: domainsWithout(questionnaire, why.domains), items: [] }
  }
}

function domainsWithout(questionnaire: Questionnaire, ids: readonly string[]): string {
  const titles = questionnaire.domains.filter(({ id }) => ids.includes(id)).map(({ title }) => title)
  return titles.length === 1
    ? `${titles.join('')} has no band yet, so there is none for the whole.`
    : `${listed(titles)} have no band yet, so there is none for the whole.`
}

function cappedReason(ids: readonly string[], { questionnaire, responses }: Scored): Reason {
  const highest = questionnaire.scoring.bands.at(-1)?.label ?? ''
  const next = questionnaire.scoring.bands.at(-2)?.label ?? ''
  const names = namesOf(questionnaire, ids).map((name) => {
    const item = findItem(questionnaire, name.id)
    const passes = item?.kind === 'level' ? passingLevel(item) : null
    const level = responses[name.id]?.value
    return typeof level === 'number' && passes !== null
      ? { ...name, detail: `level ${level}, and level ${passes} passes` }
      : name
  })
  return {
    text: `The band can be at most ${next}, not ${highest}, while ${names.length === 1 ? 'this must-have is' : 'these must-haves are'} below the level that passes:`,
    items: names,
  }
}

function namesOf(questionnaire: Questionnaire, ids: readonly string[]): ItemName[] {
  return ids.map((id) => ({ id, question: findItem(questionnaire, id)?.question ?? id, detail: null }))
}

function percent(share: Rational): string {
  return `${roundHalfUp({ ...share, numerator: share.numerator * 100n }, 1)}%`
}
