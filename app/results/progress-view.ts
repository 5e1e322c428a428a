import type { Questionnaire } from '#assessments/questionnaire.ts'
import { heatMapFinding } from '../charts/findings.ts'
import type { HeatCell, HeatGroup } from '../charts/heat-map.tsx'
import { changesView, type ChangesView } from './changes-view.ts'
import { driftView, type DriftView } from './drift-view.ts'
import { heatMapGroups, heatMapKey } from './heat-map-view.ts'
import type { FinalRound } from './round.ts'
import { roundNames } from './round-labels.ts'
import { differencesView, type DifferenceView } from './difference-view.ts'
import { trendView, type Scores, type TrendView } from './trend-view.ts'

/** All that the progress page shows of one questionnaire's rounds. */
export interface ProgressView {
  /** Oldest first. */
  rounds: { label: string; short: string; assessmentId: string; version: string; coReviewed: boolean }[]
  trend: TrendView
  /** What the differences of neighboring rounds' scores are made of, the latest first; only of raw scores. */
  differences: DifferenceView[]
  /** Null where there is one round only. */
  sinceLast: ChangesView | null
  /** Null where the first round is the last one before this. */
  sinceFirst: ChangesView | null
  heatMap: { finding: string; groups: HeatGroup[]; key: HeatCell[] }
  /** How the two sides' views came together or apart; null before a second co-reviewed round. */
  drift: DriftView | null
}

/** Works out the progress over rounds of one questionnaire, oldest first; there must be one at least. */
export function progressView(
  rounds: readonly FinalRound[],
  lineage: readonly Questionnaire[],
  scores: Scores = 'like-for-like',
): ProgressView {
  const names = roundNames(rounds.map(({ date }) => date))
  const labels = names.map(({ label }) => label)
  const compared = (index: number) => {
    const [older, newer, since] = [rounds.at(index), rounds.at(-1), names.at(index)]
    return older && newer && since && older !== newer ? changesView(older, newer, lineage, since) : null
  }
  const sinceLast = compared(-2)
  const latest = rounds.at(-1)?.questionnaire
  const groups = heatMapGroups(rounds, lineage, sinceLast?.words ?? {})
  return {
    rounds: rounds.map(({ assessmentId, questionnaire, sides }, index) => ({
      label: labels[index] ?? '',
      short: names[index]?.short ?? '',
      assessmentId,
      version: questionnaire.version,
      coReviewed: !!sides,
    })),
    trend: trendView(rounds, labels, lineage, scores),
    differences: scores === 'raw' ? differencesView(rounds, labels, lineage) : [],
    sinceLast,
    sinceFirst: rounds.length > 2 ? compared(0) : null,
    heatMap: {
      finding: sinceLast ? heatMapFinding(sinceLast.counts, sinceLast.since) : 'Every item with its level',
      groups,
      key: latest ? heatMapKey(latest, groups) : [],
    },
    drift: driftView(rounds),
  }
}
