import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { HeatCell, HeatGroup } from '../charts/heat-map.tsx'
import { changesView } from '../results/changes-view.ts'
import { heatMapGroups, heatMapKey } from '../results/heat-map-view.ts'
import type { FinalRound } from '../results/round.ts'

/** More columns than these don't fit on paper. */
const mostRounds = 9

/** Every item with its level in each round, the latest ones where there are many. */
export interface LevelsOverTime {
  /** "Mar 2026" */
  rounds: string[]
  /** How many earlier rounds are left out. */
  leftOut: number
  groups: HeatGroup[]
  key: HeatCell[]
}

/** Lays the levels of the rounds side by side, oldest first. */
export function levelsOverTime(
  rounds: readonly FinalRound[],
  names: readonly { label: string; short: string }[],
  lineage: readonly Questionnaire[],
): LevelsOverTime | null {
  const shown = rounds.slice(-mostRounds)
  const latest = shown.at(-1)
  if (!latest) return null
  const [before, since] = [shown.at(-2), names.at(-2)]
  const words = before && since ? changesView(before, latest, lineage, since).words : {}
  const groups = heatMapGroups(shown, lineage, words)
  return {
    rounds: names.slice(-mostRounds).map(({ short }) => short),
    leftOut: rounds.length - shown.length,
    groups,
    key: heatMapKey(latest.questionnaire, groups),
  }
}
