import { publicCopy, type SharedCopy } from '#assessments/shared-copy.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { FinalRound } from '../results/round.ts'

/** For the agency's own people and those it shares with, or for everybody: without notes and names of people. */
export type Edition = 'full' | 'public'

/** A final assessment as it is given to a report: as much of its latest frozen copy as is shared. */
export interface ReportedRound {
  copy: SharedCopy
  /** The version that the copy was answered under. */
  questionnaire: Questionnaire
  /** Of the frozen copy. */
  number: number
  /** When it was made final, in words. */
  finalizedOn: string
  /** Reopened and not yet final again. */
  beingRevised: boolean
  /** Scores and changes as rows hold them: needed only where answers aren't shared. */
  rows?: PlainRows
}

/** What the database keeps of a frozen copy beside its text; `scope` is a domain's id, or `overall`. */
export interface PlainRows {
  scores: readonly { scope: string; displayed: number | null }[]
  /** Like for like since the round before; empty where there is none. */
  sinceLast: readonly PlainChange[]
}

export interface PlainChange {
  scope: string
  /** To four decimals; null where too little is shared to compare. */
  change: number | null
  displayed: number | null
  comparable: number
  /** 0–1 */
  sharedWeight: number
}

/** Something that the agency set out to do. */
export interface ActionItem {
  title: string
  /** "In progress", "Done". */
  status: string
  /** Who sees to it; left out of a public edition. */
  owner: string | null
  /** `YYYY-MM-DD` */
  due: string | null
}

/** Somebody who signed, for which organization, and when, in words. */
export interface Signature {
  name: string
  for: string
  at: string
}

/** What every report is asked for with. */
export interface ReportRequest {
  edition: Edition
  /** The calendar day, `YYYY-MM-DD`: a report says it, and takes no other date. */
  madeOn: string
}

/** A round as an edition may show it. */
export function forEdition(round: ReportedRound, edition: Edition): ReportedRound {
  if (edition === 'full') return round
  return { ...round, copy: publicCopy(round.copy, round.questionnaire) }
}

/** A round that results can be worked out of; null where answers aren't shared. */
export function sharedRound({ copy, questionnaire }: ReportedRound): FinalRound | null {
  if (!copy.responses) return null
  const { agency, partner, agreed } = copy.responses
  return {
    assessmentId: copy.assessment,
    date: copy.asOf,
    questionnaire,
    responses: agreed ?? agency,
    // Whose ratings are compared hangs on the agency's own alone.
    sides: copy.coReviewed && agreed ? { agency, partner: partner ?? {} } : null,
    settled: copy.settled,
  }
}
