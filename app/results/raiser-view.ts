import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { whatWouldRaise, type Raiser } from '#assessments/raising.ts'
import { compare, decimal, multiply, roundHalfUp, type Rational } from '#assessments/rational.ts'
import type { ExactScores } from '#assessments/exact-scoring.ts'
import type { Responses } from '#assessments/response.ts'

/** An item that would raise a score, with the next thing to do. */
export interface RaiserView {
  id: string
  question: string
  domain: string
  /** "level 2, Exploring" */
  now: string
  /** The next level and what it looks like: where to go from here. */
  next: { label: string; anchor: string } | null
  /** "Level 5" */
  highest: string
  /** Points that its domain would gain at the highest level. */
  gain: number
  /** A must-have below the level that passes: it holds the band down. */
  caps: boolean
}

interface DomainRaisers {
  id: string
  raisers: RaiserView[]
}

/** What would raise each domain most, by weight × distance; must-haves below their level come first. */
export function raisersByDomain(
  questionnaire: Questionnaire,
  responses: Responses,
  count = 3,
): DomainRaisers[] {
  return whatWouldRaise(questionnaire, responses).map(({ id, raisers }) => ({
    id,
    raisers: raisers.slice(0, count).map((raiser) => view(raiser, id, questionnaire)),
  }))
}

/** What would raise the overall score most: each domain's gains by the domain's weight. */
export function raisersOverall(
  questionnaire: Questionnaire,
  responses: Responses,
  scores: ExactScores,
  count = 5,
): RaiserView[] {
  const weights = new Map(scores.domains.map(({ id, weight }) => [id, decimal(weight)]))
  return whatWouldRaise(questionnaire, responses)
    .flatMap(({ id, raisers }) =>
      raisers.map((raiser) => ({ id, raiser, gain: gainOf(raiser, weights.get(id)) })),
    )
    .sort((a, b) => Number(b.raiser.caps) - Number(a.raiser.caps) || compare(b.gain, a.gain))
    .slice(0, count)
    .map(({ id, raiser }) => view(raiser, id, questionnaire))
}

function gainOf({ gain }: Raiser, weight: Rational | undefined): Rational {
  return weight ? multiply(gain, weight) : gain
}

function view(
  { item: id, value, highest, gain, caps }: Raiser,
  domainId: string,
  questionnaire: Questionnaire,
): RaiserView {
  const { levels, domains } = questionnaire
  const item = findItem(questionnaire, id)
  const place = levels.findIndex((level) => level.value === value)
  const next = levels[place + 1]
  const anchor = item?.kind === 'level' && next ? item.anchors[String(next.value)] : undefined
  return {
    id,
    question: item?.question ?? id,
    domain: domains.find((domain) => domain.id === domainId)?.title ?? domainId,
    highest: `Level ${highest}`,
    now: `level ${value}, ${levels[place]?.label ?? ''}`,
    next: next && anchor !== undefined ? { label: `level ${next.value}`, anchor } : null,
    gain: roundHalfUp(gain, 0),
    caps,
  }
}
