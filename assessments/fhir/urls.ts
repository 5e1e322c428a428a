import type { Questionnaire } from '../questionnaire.ts'

/**
 * Stands before every name of ours in FHIR. A canonical URL need not lead anywhere; under `.invalid` (RFC 6761)
 * it can't, and nobody can ever own the host, so that the same names hold for every installation.
 */
export const ourBase = 'https://pmhc-self-assessment.invalid/fhir'

/** Stands before the names of questionnaires; an installation that publishes its own may give another. */
export interface Naming {
  base?: string | undefined
}

/** The URL of an extension of ours. */
export function ourExtension(name: string): string {
  return `${ourBase}/StructureDefinition/${name}`
}

const hl7 = 'http://hl7.org/fhir/StructureDefinition'

/** Extensions that R4 itself defines. */
export const r4Extensions = {
  ordinalValue: `${hl7}/ordinalValue`,
  minValue: `${hl7}/minValue`,
  maxValue: `${hl7}/maxValue`,
  maxDecimalPlaces: `${hl7}/maxDecimalPlaces`,
  unit: `${hl7}/questionnaire-unit`,
  itemControl: `${hl7}/questionnaire-itemControl`,
  dataAbsentReason: `${hl7}/data-absent-reason`,
} as const

/** What says that a display item is help with the question above it. */
export const helpControl = { system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help' } as const

/** The canonical URL of a questionnaire, whatever its version. */
export function questionnaireUrl(slug: string, { base = ourBase }: Naming = {}): string {
  return `${base}/Questionnaire/${slug}`
}

/** `url|version`: what a response names its questionnaire by. */
export function canonicalOf(
  { slug, version }: Pick<Questionnaire, 'slug' | 'version'>,
  naming: Naming = {},
): string {
  return `${questionnaireUrl(slug, naming)}|${version}`
}

/** The code system of an item's options, each item's own: a level's anchor says something else at each. */
export function optionSystem(slug: string, itemId: string, { base = ourBase }: Naming = {}): string {
  return `${base}/CodeSystem/${slug}/${itemId}`
}

/** What ids of ours are unique in, such as `assessment` or `organization`. */
export function identifierSystem(name: string, { base = ourBase }: Naming = {}): string {
  return `${base}/identifier/${name}`
}
