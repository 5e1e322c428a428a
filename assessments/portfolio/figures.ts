import type { Questionnaire } from '../questionnaire.ts'
import { cohortsOf, type Cohort } from './cohorts.ts'
import { quartiles, tenths, type Quartiles, type ScoreCounts } from './distribution.ts'
import type { Movement } from './movement.ts'
import { tally, type Tally } from './tally-agencies.ts'
import type { AgencyAtBoth } from './snapshot.ts'
import { weakestItems, type WeakItem } from './weakest.ts'

/** Where the scores of several agencies lie, and how many they are. */
export interface Distribution {
  n: number
  quartiles: Quartiles | null
  /** How many lie in 0–9, 10–19, … 90–100. */
  tenths: number[]
  /** How many are in each band by its id; `withheld` those in none. */
  bands: Readonly<Record<string, number>>
}

/** What is said of one domain, or of all (`overall`). */
export interface ScopeFigures {
  id: string
  title: string
  /** All that have a score now. */
  now: Distribution
  /** Those that have a score at both moments. */
  both: { n: number; before: Distribution; now: Distribution }
  movement: Movement
}

/** A program's agencies at two moments: each figure with the number of agencies that it stands on. */
export interface ProgramFigures {
  /** Agencies whose scores are shared and that have a final assessment: now, and at both moments. */
  agencies: { now: number; both: number; coReviewed: number }
  overall: ScopeFigures
  domains: ScopeFigures[]
  /** From the weakest; of agencies that share their answers. */
  weakest: WeakItem[]
  cohorts: Cohort[]
}

/** Makes a program's figures of agencies that come one after the other: what it keeps doesn't grow with them. */
export function figuresMaker(lineage: readonly Questionnaire[]) {
  const [newest] = lineage
  if (!newest) throw new Error('there is no questionnaire to make figures of')
  const sum = tally(lineage, newest)
  return {
    add: (agency: AgencyAtBoth) => sum.add(agency),
    figures: (): ProgramFigures => figuresOf(newest, sum.tally),
  }
}

function figuresOf(newest: Questionnaire, tally: Tally): ProgramFigures {
  const [overall, ...domains] = tally.scopes.map((scope, at): ScopeFigures => {
    const domain = newest.domains[at - 1]
    return {
      id: domain?.id ?? 'overall',
      title: domain?.title ?? 'All domains',
      now: distribution(scope.now, scope.bandsNow),
      both: {
        n: scope.bothNow.n,
        before: distribution(scope.bothBefore, scope.bandsBothBefore),
        now: distribution(scope.bothNow, scope.bandsBothNow),
      },
      movement: scope.movement,
    }
  })
  if (!overall) throw new Error('nothing was counted overall')
  return {
    agencies: tally.agencies,
    overall,
    domains,
    weakest: weakestItems(newest, tally.levels),
    cohorts: cohortsOf(tally.cohorts),
  }
}

function distribution(scores: ScoreCounts, bands: ReadonlyMap<string, number>): Distribution {
  return {
    n: scores.n,
    quartiles: quartiles(scores),
    tenths: tenths(scores),
    bands: Object.fromEntries(bands),
  }
}
