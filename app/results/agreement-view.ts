import { agreementOf, type AgreementFigures } from '#assessments/agreement.ts'
import type { BothSides } from '#assessments/differences.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { counted } from '../format.ts'

/** How well the two sides' own answers agreed, of a domain or of all, in words. */
export interface AgreementRow {
  id: string
  title: string
  /** "6 of 9 items" */
  same: string
  /** "agency 0.8 levels higher" */
  difference: string
  /** By how many levels the agency rates higher, to one decimal; null where both rated nothing. */
  meanDifference: number | null
  /** "0.72, on 47 items", or why there is none. */
  kappa: string
}

/** How well the two sides' own answers agreed. */
export interface AgreementView {
  /** "Both sides gave 31 of 47 items the same level." */
  same: string
  /** "On average the agency rates 0.3 levels higher than its partner." */
  direction: string
  overall: AgreementRow
  domains: AgreementRow[]
}

/** Works out the agreement figures in words. */
export function agreementView(questionnaire: Questionnaire, sides: BothSides): AgreementView {
  const { overall, domains } = agreementOf(questionnaire, sides)
  const { agreeing, of } = overall.exact
  const title = (id: string) => questionnaire.domains.find((domain) => domain.id === id)?.title ?? id
  return {
    same:
      of === 0
        ? 'There is no item that both sides rated with a level.'
        : `Both sides gave ${agreeing} of ${counted(of, 'item')} the same level.`,
    direction: directionSentence(overall.meanDifference),
    overall: rowOf('overall', 'Overall', overall),
    domains: domains.map(({ id, ...figures }) => rowOf(id, title(id), figures)),
  }
}

function rowOf(id: string, title: string, figures: AgreementFigures): AgreementRow {
  const { exact, meanDifference, kappa } = figures
  return {
    id,
    title,
    same: exact.of === 0 ? 'no item rated by both' : `${exact.agreeing} of ${counted(exact.of, 'item')}`,
    difference: leaningWords(meanDifference),
    meanDifference,
    kappa:
      kappa.withheld === undefined
        ? `${kappa.value.toFixed(2).replace('-', '−')}, on ${counted(kappa.n, 'item')}`
        : kappa.why,
  }
}

/** A mean signed difference with its direction in words: "agency 0.8 levels higher". */
export function leaningWords(meanDifference: number | null): string {
  if (meanDifference === null) return '–'
  if (meanDifference === 0) return 'alike on average'
  return `agency ${levelsApart(meanDifference)} ${meanDifference > 0 ? 'higher' : 'lower'}`
}

function directionSentence(meanDifference: number | null): string {
  if (meanDifference === null) return ''
  if (meanDifference === 0) return 'On average both sides rate alike.'
  return `On average the agency rates ${levelsApart(meanDifference)} ${meanDifference > 0 ? 'higher' : 'lower'} than its partner.`
}

/** "0.8 levels", "1 level". */
function levelsApart(meanDifference: number): string {
  return counted(Math.abs(meanDifference), 'level')
}

/** What the chart of the domains shows: where the two sides are furthest apart. */
export function widestFinding(rows: readonly AgreementRow[]): string {
  const rated = rows.flatMap(({ title, meanDifference: apart }) => (apart === null ? [] : [{ title, apart }]))
  const most = Math.max(0, ...rated.map(({ apart }) => Math.abs(apart)))
  const [widest, another] = rated.filter(({ apart }) => Math.abs(apart) === most)
  if (!widest) return 'No domain has an item that both sides rated'
  if (most === 0) return 'Both sides rate every domain alike on average'
  const how = `${levelsApart(most)} ${widest.apart > 0 ? 'higher' : 'lower'}`
  const sentence = `The agency rates ${lowerFirst(widest.title)} ${how} than its partner`
  return another ? sentence : `${sentence}, the widest difference`
}

/** A title in the middle of a sentence; one that begins with an abbreviation stays as it is. */
export function lowerFirst(title: string): string {
  return /^.[A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)
}
