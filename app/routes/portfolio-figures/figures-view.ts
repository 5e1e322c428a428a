import type { Cohort, CohortKind } from '#assessments/portfolio/cohorts.ts'
import type { Distribution, ProgramFigures, ScopeFigures } from '#assessments/portfolio/figures.ts'
import { compared, type Movement } from '#assessments/portfolio/movement.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { sizeBandWords } from '#app/accounts/organization-words.ts'
import type { SizeBand } from '#db/words.ts'

/** How many items are listed as the weakest. */
const weakest = 10

/** A program's figures in words, each with the number of agencies that it stands on. */
export function figuresView(figures: ProgramFigures, newest: Questionnaire) {
  const scopes = [figures.overall, ...figures.domains]
  const bands = [
    ...newest.scoring.bands.map(({ id, label }) => ({ id, label })),
    { id: 'withheld', label: 'No band' },
  ]
  return {
    agencies: figures.agencies,
    scores: scopes.map((scope) => ({ id: scope.id, title: scope.title, ...scoresOf(scope) })),
    bandLabels: bands.map(({ label }) => label),
    bands: scopes.map(({ id, title, now }) => ({
      ...{ id, title, n: now.n },
      counts: bands.map((band) => withShare(now.bands[band.id] ?? 0, now.n)),
    })),
    movement: scopes.map(({ id, title, movement }) => ({ id, title, ...movementOf(movement) })),
    weakest: figures.weakest.slice(0, weakest).map(({ id, question, domain, n, mean, low }) => ({
      ...{ id, question, domain, n, mean: mean.toFixed(1), low: withShare(low, n) },
    })),
    cohorts: kinds.map(({ kind, title }) => ({
      title,
      groups: figures.cohorts.filter((cohort) => cohort.kind === kind).map(cohortView),
    })),
  }
}

function scoresOf({ now, both }: ScopeFigures) {
  return {
    now: { n: now.n, median: medianOf(now), middle: middleHalf(now) },
    both: {
      n: both.n,
      before: `${medianOf(both.before)} (${middleHalf(both.before)})`,
      now: `${medianOf(both.now)} (${middleHalf(both.now)})`,
    },
  }
}

const medianOf = ({ quartiles }: Distribution) => (quartiles ? String(quartiles.median) : '–')
const middleHalf = ({ quartiles }: Distribution) =>
  quartiles ? `${quartiles.lower} to ${quartiles.upper}` : 'no scores'

function movementOf(movement: Movement) {
  const n = compared(movement)
  return {
    n,
    improved: withShare(movement.improved, n),
    same: withShare(movement.same, n),
    declined: withShare(movement.declined, n),
    notComparable: movement.notComparable,
  }
}

/** "12 (40 %)"; a count alone where there is nothing that it is a share of. */
const withShare = (count: number, n: number) =>
  n === 0 ? String(count) : `${count.toLocaleString('en-US')} (${Math.round((100 * count) / n)} %)`

const kinds: { kind: CohortKind; title: string }[] = [
  { kind: 'enrolled', title: 'By year of enrollment' },
  { kind: 'size', title: 'By full-time sworn officers' },
  { kind: 'partner', title: 'By whether a partner rated too' },
]

function cohortView({ kind, key, now, both, movement }: Cohort) {
  return {
    ...{ label: cohortLabel(kind, key), n: now.n, median: now.median ?? '–' },
    both: { n: both.n, before: both.medianBefore ?? '–', now: both.medianNow ?? '–' },
    ...{ improved: movement.improved, same: movement.same, declined: movement.declined },
  }
}

function cohortLabel(kind: CohortKind, key: string): string {
  if (kind === 'enrolled') return key
  if (kind === 'partner') return key === 'with' ? 'Co-reviewed' : 'Not co-reviewed'
  return Object.hasOwn(sizeBandWords, key) ? sizeBandWords[key as SizeBand] : key
}
