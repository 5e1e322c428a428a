import { compareSides, placesOf, type BothSides, type ComparedItem } from './differences.ts'
import type { Questionnaire } from './questionnaire.ts'
import { divide, rational, roundHalfAwayFromZero, subtract, type Rational } from './rational.ts'

/** The levels that two sides chose for one item, each as its place on the scale. */
export type LevelPair = readonly [agency: number, partner: number]

/** How well the two sides' own answers agreed, of a domain or of all. */
export interface AgreementFigures {
  /** Items to which both gave the same level, of those that both rated with a level. */
  exact: { agreeing: number; of: number }
  /** By how many levels the agency rates higher (below 0: lower), to one decimal; null where `of` is 0. */
  meanDifference: number | null
  /** The same before rounding. */
  exactMeanDifference: Rational | null
  kappa: Kappa
}

/** Quadratic-weighted kappa with the number of items that it stands on, or why it is withheld. */
export type Kappa =
  /** To two decimals, −1 to 1. */
  | { value: number; n: number; withheld?: undefined }
  /** `why` is a sentence for the page. */
  | { withheld: 'too-few' | 'undefined'; n: number; why: string; value?: undefined }

export interface Agreement {
  overall: AgreementFigures
  /** In the questionnaire's order. */
  domains: ({ id: string } & AgreementFigures)[]
}

/** Under so many items a kappa says more about chance than about the two sides. */
const fewestForKappa = 10

/**
 * How well the two sides' own answers agreed, whatever they settled on afterwards. It stands on the items
 * that both rated with a level: neither hidden, not applicable nor unanswered on either side, nor the
 * agency's alone to answer. Items count one each, whatever their weight.
 */
export function agreementOf(questionnaire: Questionnaire, sides: BothSides): Agreement {
  const places = placesOf(questionnaire)
  const compared = new Map(compareSides(questionnaire, sides).map((one) => [one.item.id, one]))
  const domains = questionnaire.domains.map(({ id, items }) => ({
    id,
    pairs: items.flatMap((item) => pairOf(compared.get(item.id), places)),
  }))
  return {
    overall: figuresOf(domains.flatMap(({ pairs }) => pairs)),
    domains: domains.map(({ id, pairs }) => ({ id, ...figuresOf(pairs) })),
  }
}

function pairOf(compared: ComparedItem | undefined, places: ReadonlyMap<number, number>): LevelPair[] {
  if (!compared || compared.difference.kind === 'agency-only') return []
  const { agency, partner } = compared.standings
  if (agency.kind !== 'level' || partner.kind !== 'level') return []
  return [[places.get(agency.level) ?? 0, places.get(partner.level) ?? 0]]
}

function figuresOf(pairs: readonly LevelPair[]): AgreementFigures {
  const mean = meanSignedDifference(pairs)
  return {
    exact: { agreeing: pairs.filter(([agency, partner]) => agency === partner).length, of: pairs.length },
    meanDifference: mean && roundHalfAwayFromZero(mean, 1),
    exactMeanDifference: mean,
    kappa: kappaOf(pairs),
  }
}

/**
 * The mean of the agency's level less the partner's; null of none. It is what Bland and Altman call the bias
 * between two ways of measuring (Lancet 1986; 327: 307–310).
 */
export function meanSignedDifference(pairs: readonly LevelPair[]): Rational | null {
  if (pairs.length === 0) return null
  const sum = pairs.reduce((total, [agency, partner]) => total + agency - partner, 0)
  return rational(sum, pairs.length)
}

function kappaOf(pairs: readonly LevelPair[]): Kappa {
  const n = pairs.length
  if (n < fewestForKappa) {
    const why = `Kappa is given from ${fewestForKappa} items on that both sides rated with a level; here there are ${n}.`
    return { withheld: 'too-few', n, why }
  }
  const kappa = quadraticWeightedKappa(pairs)
  if (kappa) return { value: roundHalfAwayFromZero(kappa, 2), n }
  const why =
    'Both sides gave every item one and the same level. Kappa compares with the agreement that is to be expected by chance, and here nothing else could be expected, so that it is not defined.'
  return { withheld: 'undefined', n, why }
}

/**
 * Weighted kappa with weights that grow with the square of the distance between two levels: 1 − Σ v·o / Σ v·e,
 * where v is the squared distance, o the share of items in a cell of the table of both sides' levels, and e
 * the share expected by chance, the product of the cell's margins. 1 is perfect agreement, 0 what chance
 * gives. Null where both chose one and the same level throughout: then Σ v·e is 0.
 *
 * Formula: J. Cohen, “Weighted kappa: Nominal scale agreement with provision for scaled disagreement or
 * partial credit”, Psychological Bulletin 70 (1968), 213–220; squared distances as weights: J. L. Fleiss and
 * J. Cohen, “The equivalence of weighted kappa and the intraclass correlation coefficient as measures of
 * reliability”, Educational and Psychological Measurement 33 (1973), 613–619.
 */
export function quadraticWeightedKappa(pairs: readonly LevelPair[]): Rational | null {
  const agency = pairs.map(([level]) => level)
  const partner = pairs.map(([, level]) => level)
  const observed = sum(pairs.map(([one, other]) => (one - other) ** 2))
  // Σ over every agency's level beside every partner's, without writing the table out.
  const ofSquares = (levels: readonly number[]) => sum(levels.map((level) => level ** 2))
  const expected = pairs.length * (ofSquares(agency) + ofSquares(partner)) - 2 * sum(agency) * sum(partner)
  if (expected === 0) return null
  return subtract(rational(1), divide(rational(observed * pairs.length), rational(expected)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
