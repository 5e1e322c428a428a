import type { Side } from '../../assessments/access.ts'
import type { Response } from '../../assessments/response.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import type { ActivityAction } from '../words.ts'
import { writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { savingSteps } from './save-response.server.ts'
import type { StoredResponse } from './responses.server.ts'

/** Responses that one side gets in one recorded step. */
export interface SavesTogether {
  assessmentId: string
  side: Side
  /** How often the assessment had been moved to another version when it was read. */
  moves: number
  /** Whose side it is: its log says what was done. */
  organizationId: string
  action: Extract<
    ActivityAction,
    | 'assessment.answers-copied'
    | 'assessment.answers-carried'
    | 'assessment.answers-confirmed'
    | 'responses.imported'
  >
  /** The assessment that they come from; left out where they come from none. */
  fromAssessmentId?: string
  saves: readonly {
    itemId: string
    response: Response
    /** What was there before, where there was anything; its history goes on. */
    current: StoredResponse | undefined
  }[]
  by: string
  at: Date
}

/**
 * Saves responses of one side, each with its history, all or none, durably before it resolves. Answers `stale`,
 * having written nothing, where the side is locked or somebody answered one of the items meanwhile.
 */
export async function saveTogether(database: Database, together: SavesTogether): Promise<'saved' | 'stale'> {
  const { assessmentId, side, moves, organizationId, action, fromAssessmentId, saves, by, at } = together
  const steps = saves.flatMap(({ itemId, response, current }) =>
    savingSteps(
      database,
      {
        assessmentId,
        side,
        itemId,
        response,
        saveId: crypto.randomUUID(),
        personId: by,
        at,
        baseRevision: current?.revision ?? 0,
      },
      current?.response ?? null,
      moves,
    ),
  )
  const subject = fromAssessmentId === undefined ? {} : { subject: fromAssessmentId }
  const entry = { organizationId, personId: by, action, assessmentId, at, ...subject }
  try {
    const outcome = await writeAll(database, [...steps, logActivity(database, entry)])
    return outcome.status === 'written' ? 'saved' : 'stale'
  } catch (error) {
    if (isUniqueViolation(error)) return 'stale'
    throw error
  }
}
