import type { Parts } from './extensions.ts'
import { ourExtension } from './urls.ts'

/** The extensions of ours that a questionnaire or its items have, by the name that each ends with. */
export const ours = {
  summary: ourExtension('summary'),
  minutes: ourExtension('minutes'),
  level: ourExtension('level'),
  whenInDoubt: ourExtension('when-in-doubt'),
  scoring: ourExtension('scoring'),
  band: ourExtension('band'),
  source: ourExtension('source'),
  resource: ourExtension('resource'),
  sameAsBefore: ourExtension('same-as-before'),
  change: ourExtension('change'),
  domainQuestion: ourExtension('domain-question'),
  about: ourExtension('about'),
  weight: ourExtension('weight'),
  mustHave: ourExtension('must-have'),
  answeredBy: ourExtension('answered-by'),
  requiredOfAgency: ourExtension('required-of-agency'),
  notApplicableAllowed: ourExtension('not-applicable-allowed'),
  countyWide: ourExtension('county-wide'),
  evidenceExample: ourExtension('evidence-example'),
  usesSource: ourExtension('uses-source'),
  usesResource: ourExtension('uses-resource'),
  shownWhen: ourExtension('shown-when'),
} as const

/** Extensions of ours on a response and its items, by the name that each ends with. */
export const responseExtensions = {
  side: ourExtension('side'),
  asOf: ourExtension('as-of'),
  coReviewed: ourExtension('co-reviewed'),
  alone: ourExtension('alone'),
  engine: ourExtension('engine'),
  questionnaireSha256: ourExtension('questionnaire-sha256'),
  scorecardSha256: ourExtension('scorecard-sha256'),
  settled: ourExtension('settled'),
  notApplicableReason: ourExtension('not-applicable-reason'),
  note: ourExtension('note'),
  evidence: ourExtension('evidence'),
} as const

export const minutesParts = { least: 'valueInteger', most: 'valueInteger' } satisfies Parts
export const levelParts = {
  value: 'valueInteger',
  label: 'valueString',
  meaning: 'valueString',
} satisfies Parts
export const scoringParts = {
  minimumCompleteness: 'valueDecimal',
  maximumNotApplicable: 'valueDecimal',
  comparableShare: 'valueDecimal',
} satisfies Parts
export const bandParts = {
  id: 'valueCode',
  label: 'valueString',
  from: 'valueDecimal',
  meaning: 'valueString',
} satisfies Parts
export const referenceParts = {
  id: 'valueCode',
  title: 'valueString',
  publisher: 'valueString',
  year: 'valueInteger',
  url: 'valueUrl',
} satisfies Parts
export const changeParts = {
  change: 'valueCode',
  from: 'valueCode[]',
  to: 'valueCode[]',
  why: 'valueString',
} satisfies Parts
