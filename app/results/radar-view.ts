import type { Change, Comparison } from '#assessments/comparison.ts'
import type { ExactScores } from '#assessments/exact-scoring.ts'
import { roundHalfUp, subtract } from '#assessments/rational.ts'
import { radarFinding, signed } from '../charts/findings.ts'
import type { RadarPoint } from '../charts/radar-chart.tsx'
import { counted } from '../format.ts'
import type { DomainScoreView } from './score-view.ts'

/** What the radar needs. */
export interface RadarView {
  finding: string
  points: RadarPoint[]
  now: string
  before: string | null
}

/**
 * The domains' scores against the round before. That one stands where the line over time has it: the score
 * now less the like-for-like change, so that both shapes are of the same items.
 */
export function radarView(
  scores: ExactScores,
  domains: readonly DomainScoreView[],
  comparison: Comparison | null,
  labels: { now: string; before: string },
): RadarView {
  const points = domains.map(({ id, title, displayed, answered, applicable }) => {
    const score = scores.domains.find((domain) => domain.id === id)?.score ?? null
    const change = comparison?.domains.find((domain) => domain.id === id)
    return {
      label: title,
      now: displayed,
      before: score && change?.change ? roundHalfUp(subtract(score, change.change), 0) : null,
      basis: `${answered} of ${counted(applicable, 'applicable item')}`,
      change: changeWords(change),
      moved: change?.displayChange ?? null,
    }
  })
  const before = comparison ? labels.before : null
  return {
    finding: radarFinding(
      points.map(({ label, now, moved }) => ({ label, now, change: moved })),
      before,
    ),
    points: points.map(({ moved: _, ...point }) => point),
    now: labels.now,
    before,
  }
}

/** A like-for-like change as a table says it. */
export function changeWords(change: Pick<Change, 'displayChange'> | undefined): string {
  if (!change) return ''
  return change.displayChange === null ? 'not comparable' : signed(change.displayChange)
}
