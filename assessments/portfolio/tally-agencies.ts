import { correspondence } from '../correspondence.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from '../questionnaire.ts'
import { cohortKeys } from './cohorts.ts'
import { countScore } from './distribution.ts'
import { levelComparer, type LevelComparer, type ShownChange } from './level-change.ts'
import { countMovement } from './movement.ts'
import { noScope, type CohortTally, type ScopeTally } from './scope-tally.ts'
import { comparableLevels, type AgencyAtBoth, type Snapshot } from './snapshot.ts'

/** Everything that is counted while agencies go by. */
export interface Tally {
  agencies: { now: number; both: number; coReviewed: number }
  /** All first, then the newest version's domains. */
  scopes: ScopeTally[]
  /** By item id of the newest version: how many chose each level, by its sign. */
  levels: Map<string, Map<string, number>>
  /** By kind and what they have in common. */
  cohorts: Map<string, CohortTally>
}

/** The scores and bands of a snapshot by scope of the newest version: all first, then its domains. */
type Aligned = { score: number | null; band: string | null }[]

/** Starts counting; `add` counts one agency. */
export function tally(lineage: readonly Questionnaire[], newest: Questionnaire) {
  const counts: Tally = {
    agencies: { now: 0, both: 0, coReviewed: 0 },
    scopes: [newest, ...newest.domains].map(noScope),
    levels: new Map(),
    cohorts: new Map(),
  }
  const align = aligner(lineage, newest)
  const change = changer(lineage)
  const countLevels = levelCounter(lineage, newest, counts.levels)
  const add = (agency: AgencyAtBoth) => {
    const { before, now } = agency
    if (!now) return
    const both = before !== null
    counts.agencies.now += 1
    if (both) counts.agencies.both += 1
    if (now.coReviewed) counts.agencies.coReviewed += 1
    const moved = before && change(before, now)
    const seen = {
      now: align(now),
      before: before && align(before),
      moved: moved && alignChange(moved, newest),
    }
    counts.scopes.forEach((scope, at) => countScope(scope, seen, at))
    for (const key of cohortKeys(agency, now)) {
      const cohort = counts.cohorts.get(key) ?? noScope()
      counts.cohorts.set(key, cohort)
      countScope(cohort, seen, 0)
    }
    if (agency.sharesAnswers) countLevels(now)
  }
  return { tally: counts, add }
}

interface Seen {
  now: Aligned
  before: Aligned | null
  moved: (number | null)[] | null
}

function countScope(scope: CohortTally & Partial<ScopeTally>, { now, before, moved }: Seen, at: number) {
  const [present, past] = [now[at], before?.[at]]
  if (!present || present.score === null) return
  countScore(scope.now, present.score)
  countBand(scope.bandsNow, present.band)
  if (!past || past.score === null) return
  countScore(scope.bothBefore, past.score)
  countScore(scope.bothNow, present.score)
  countBand(scope.bandsBothBefore, past.band)
  countBand(scope.bandsBothNow, present.band)
  countMovement(scope.movement, moved?.[at] ?? null)
}

function countBand(into: Map<string, number> | undefined, band: string | null) {
  const id = band ?? 'withheld'
  into?.set(id, (into.get(id) ?? 0) + 1)
}

function aligner(lineage: readonly Questionnaire[], newest: Questionnaire) {
  const places = new Map(
    lineage.map(({ version, domains }) => [
      version,
      newest.domains.map(({ id }) => domains.findIndex((domain) => domain.id === id)),
    ]),
  )
  return ({ version, displayed, band, domainScores, domainBands }: Snapshot): Aligned => [
    { score: displayed, band },
    ...(places.get(version) ?? []).map((at) => ({
      score: domainScores[at] ?? null,
      band: domainBands[at] ?? null,
    })),
  ]
}

/** Compares snapshots of whatever versions; what compares two versions is made once. */
function changer(lineage: readonly Questionnaire[]) {
  const versions = new Map(lineage.map((questionnaire) => [questionnaire.version, questionnaire]))
  const comparers = new Map<string, LevelComparer>()
  return (before: Snapshot, now: Snapshot): (ShownChange & { domainIds: string[] }) | null => {
    const [older, newer] = [versions.get(before.version), versions.get(now.version)]
    if (!older || !newer) return null
    const key = `${older.version} ${newer.version}`
    const compare = comparers.get(key) ?? levelComparer(lineage, older, newer)
    comparers.set(key, compare)
    const domainIds = newer.domains.map(({ id }) => id)
    return { ...compare(...comparableLevels(before, now)), domainIds }
  }
}

function alignChange(
  { overall, domains, domainIds }: ShownChange & { domainIds: string[] },
  newest: Questionnaire,
) {
  return [overall, ...newest.domains.map(({ id }) => domains[domainIds.indexOf(id)] ?? null)]
}

/** Counts the levels of items that still are what they were, under the newest version's ids. */
function levelCounter(
  lineage: readonly Questionnaire[],
  newest: Questionnaire,
  into: Map<string, Map<string, number>>,
) {
  const places = new Map(lineage.map((version) => [version.version, placesIn(lineage, newest, version)]))
  return ({ version, levels }: Snapshot) => {
    for (const [id, place] of places.get(version) ?? []) {
      const sign = levels[place] ?? '.'
      if (sign === '.' || sign === '-') continue
      const counts = into.get(id) ?? new Map<string, number>()
      into.set(id, counts.set(sign, (counts.get(sign) ?? 0) + 1))
    }
  }
}

function placesIn(lineage: readonly Questionnaire[], newest: Questionnaire, version: Questionnaire) {
  const places = new Map(levelItemsOf(itemsOf(version)).map(({ id }, place) => [id, place]))
  const origins = correspondence(lineage, version.version, newest.version)
  return levelItemsOf(itemsOf(newest)).flatMap(({ id }): [string, number][] => {
    const place = places.get(origins.get(id) ?? '')
    return place === undefined ? [] : [[id, place]]
  })
}
