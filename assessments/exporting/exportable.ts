import type { Questionnaire } from '../questionnaire.ts'
import type { SharedCopy } from '../shared-copy.ts'

/** What a file says of an agency. An anonymous file leaves out its name and whatever else could tell it. */
export interface ExportedAgency {
  id: string
  name: string | null
  state: string | null
  county: string | null
  type: string | null
  /** By full-time sworn officers, such as `10-24`. */
  sizeBand: string | null
  ori: string | null
}

/** One final assessment, as much of it as is shared: every file, report and answer of the API is made of these. */
export interface Exportable {
  agency: ExportedAgency
  /** The number of the frozen copy: 1, and one more each time that the assessment was made final again. */
  copy: number
  /** ISO 8601 text, UTC. */
  finalizedAt: string
  shared: SharedCopy
  /** SHA-256 of the canonical text of the shared scorecard, by `scorecardSha256`. */
  scorecardSha256: string
  questionnaire: Questionnaire
}

/** The sides whose responses an exported assessment can hold. */
export const exportedSides = ['agency', 'partner', 'agreed'] as const
export type ExportedSide = (typeof exportedSides)[number]

/** Whose responses the scorecard was made of. */
export function scoredSide({ coReviewed }: Pick<SharedCopy, 'coReviewed'>): 'agency' | 'agreed' {
  return coReviewed ? 'agreed' : 'agency'
}

/** What its scorecard was made of; null where answers aren't shared. */
export function scoredResponses(shared: SharedCopy) {
  return shared.responses && (shared.responses.agreed ?? shared.responses.agency)
}
