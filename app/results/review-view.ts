import type { BothSides } from '#assessments/differences.ts'
import { exactScores, type ExactScore, type ExactScores } from '#assessments/exact-scoring.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { DumbbellRow } from '../charts/dumbbell-row.ts'
import { counted } from '../format.ts'
import { agreementView, widestFinding, type AgreementView } from './agreement-view.ts'
import { comparedItems, type DomainComparison } from './compared-items.ts'
import type { FinalRound } from './round.ts'

/** One of the three scores of a domain. */
export interface OneScore {
  displayed: number | null
  /** "10 items" */
  basis: string
}

/** The scores of both sides and the agreed one, of a domain or of all. */
export interface ThreeScores {
  id: string
  title: string
  agency: OneScore
  partner: OneScore
  agreed: OneScore
}

/** How the two sides rated, beside what they agreed on. */
export interface ReviewView {
  agreement: AgreementView
  /** The chart's title: what it shows. */
  finding: string
  overall: ThreeScores
  domains: ThreeScores[]
  rows: DumbbellRow[]
  /** By domain, item by item. */
  items: DomainComparison[]
  /** Ids of the items that were closed as *not agreed*: they are marked wherever they appear. */
  notAgreed: string[]
}

/** Works out what a co-reviewed round shows of both sides; null of any other. */
export function reviewView({ questionnaire, responses, sides, settled = {} }: FinalRound): ReviewView | null {
  if (!sides) return null
  const agreement = agreementView(questionnaire, sides)
  const { overall, domains } = threeScores(questionnaire, { ...sides, agreed: responses })
  return {
    agreement,
    finding: widestFinding(agreement.domains),
    overall,
    domains,
    rows: domains.map(rowOf),
    items: comparedItems(questionnaire, { sides, agreed: responses, settled }),
    notAgreed: Object.keys(settled).filter((id) => settled[id] === 'not-agreed'),
  }
}

type Three = BothSides & { agreed: BothSides['agency'] }

function threeScores(questionnaire: Questionnaire, { agency, partner, agreed }: Three) {
  const scores = {
    agency: exactScores(questionnaire, agency),
    partner: exactScores(questionnaire, partner),
    agreed: exactScores(questionnaire, agreed),
  }
  const row = (
    id: string,
    title: string,
    pick: (of: ExactScores) => ExactScore | undefined,
  ): ThreeScores => ({
    id,
    title,
    agency: oneScore(pick(scores.agency)),
    partner: oneScore(pick(scores.partner)),
    agreed: oneScore(pick(scores.agreed)),
  })
  return {
    overall: row('overall', 'Overall', ({ overall }) => overall),
    domains: questionnaire.domains.map(({ id, title }) =>
      row(id, title, ({ domains }) => domains.find((domain) => domain.id === id)),
    ),
  }
}

function oneScore(score: ExactScore | undefined): OneScore {
  return { displayed: score?.displayScore ?? null, basis: counted(score?.answered ?? 0, 'item') }
}

function rowOf({ id, title, agency, partner, agreed }: ThreeScores): DumbbellRow {
  const missing = [
    agency.displayed === null && 'agency: no score',
    partner.displayed === null && 'partner: no score',
  ].filter((words) => words !== false)
  return {
    id,
    label: title,
    agency: agency.displayed,
    partner: partner.displayed,
    agreed: agreed.displayed,
    notAgreed: false,
    aside: missing.length > 0 ? missing.join(', ') : null,
  }
}
