import type { Change, Comparison } from '#assessments/comparison.ts'
import type { ExactScores } from '#assessments/exact-scoring.ts'
import { roundHalfUp, subtract } from '#assessments/rational.ts'
import { radarFinding, signed } from '../charts/findings.ts'
import type { RadarPoint, RoundName } from '../charts/radar-point.ts'
import { counted } from '../format.ts'
import type { DomainScoreView } from './score-view.ts'

/** What the radar needs. */
export interface RadarView {
  finding: string
  points: RadarPoint[]
  now: RoundName
  before: RoundName | null
}

/**
 * The domains' scores against the round before. That one stands where the line over time has it: the score
 * now less the like-for-like change, so that both shapes are of the same items.
 */
export function radarView(
  scores: ExactScores,
  domains: readonly DomainScoreView[],
  comparison: Comparison | null,
  names: { now: RoundName; before: RoundName | null },
): RadarView {
  const changeOf = (id: string) => comparison?.domains.find((domain) => domain.id === id)
  const points = domains.map(({ id, title, displayed, answered, applicable }) => {
    const score = scores.domains.find((domain) => domain.id === id)?.score ?? null
    const change = changeOf(id)
    return {
      label: title,
      now: displayed,
      before: score && change?.change ? roundHalfUp(subtract(score, change.change), 0) : null,
      basis: `${answered} of ${counted(applicable, 'applicable item')}`,
      change: changeWords(change),
    }
  })
  const before = comparison && names.before
  return {
    finding: radarFinding(
      domains.map(({ id, title, displayed }) => ({
        label: title,
        now: displayed,
        change: changeOf(id)?.displayChange ?? null,
      })),
      before?.label ?? null,
    ),
    points,
    now: names.now,
    before,
  }
}

/** A like-for-like change as a table says it. */
export function changeWords(change: Pick<Change, 'displayChange'> | undefined): string {
  if (!change) return ''
  return change.displayChange === null ? 'not comparable' : signed(change.displayChange)
}
