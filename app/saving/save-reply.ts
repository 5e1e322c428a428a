import type { Fault } from '#assessments/faults.ts'
import type { PrivatePassage } from '#assessments/private-text.ts'
import type { Response } from '#assessments/response.ts'
import type { Current } from './saves.ts'
import type { Side } from '#assessments/access.ts'

/** What a browser posts to `/assessments/:assessmentId/responses` to save one response. */
export interface SaveRequest {
  /** Whose answer it is: it is refused where somebody else has signed in meanwhile. */
  personId: string
  /** The side that the page was made for: it is refused where the person acts for the other one. */
  side: Side
  /** The version of the questionnaire that the answer was given under: it is refused where that is another by now. */
  version?: string | undefined
  itemId: string
  response: Response
  baseRevision: number
  saveId: string
  /** The person was asked about what looks like private information, and wants it saved. */
  confirmedPrivate?: boolean
}

/** What the server answers, each with a status of its own: 200, 409, 412, 422, 400, 423, 401, 404. */
export type SaveReply =
  | { status: 'saved' | 'repeated'; revision: number }
  | { status: 'conflict'; current: Current }
  /** The assessment was moved to this version, where the question may be another. */
  | { status: 'moved'; version: string }
  | { status: 'private'; found: PrivatePassage[] }
  | { status: 'invalid'; faults: Fault[] }
  /** Nothing of this side can be changed, and why, in a sentence. */
  | { status: 'locked'; why: string }
  | { status: 'signed-out' }
  | { status: 'missing' }

/** What `GET …/responses?since=` answers: everything of one side that was saved after that revision. */
export interface ChangesReply {
  revision: number
  /** The version of the questionnaire that they are of. */
  version: string
  responses: Record<string, Current>
}
