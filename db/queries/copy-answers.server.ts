import type { Response } from '../../assessments/response.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import { writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { savingSteps } from './save-response.server.ts'
import type { StoredResponse } from './responses.server.ts'

/** Answers that a partner copies to an assessment, in one step. */
export interface Copying {
  assessmentId: string
  partnerId: string
  /** The assessment that they come from. */
  fromAssessmentId: string
  answers: readonly {
    itemId: string
    response: Response
    /** The answer that is copied: when it was given, and by whom. */
    original: Pick<StoredResponse, 'updatedAt' | 'updatedBy'>
    /** What was there before, empty as it is; its history goes on. */
    current: StoredResponse | undefined
  }[]
  by: string
  at: Date
}

/**
 * Copies answers to the partner's side, each marked with where it comes from, all or none. Answers `stale` where
 * the side is locked, or somebody answered one of the items meanwhile.
 */
export async function copyAnswers(database: Database, copying: Copying): Promise<'copied' | 'stale'> {
  const { assessmentId, partnerId, fromAssessmentId, answers, by, at } = copying
  const steps = answers.flatMap(({ itemId, response, original, current }) =>
    savingSteps(
      database,
      {
        assessmentId,
        itemId,
        at,
        side: 'partner',
        personId: by,
        saveId: crypto.randomUUID(),
        response: {
          ...response,
          carried: {
            assessment: fromAssessmentId,
            at: original.updatedAt.toISOString(),
            person: original.updatedBy,
          },
        },
        baseRevision: current?.revision ?? 0,
      },
      current?.response ?? null,
    ),
  )
  const entry = { organizationId: partnerId, personId: by, action: 'assessment.answers-copied' } as const
  try {
    const outcome = await writeAll(database, [
      ...steps,
      logActivity(database, { ...entry, assessmentId, subject: fromAssessmentId, at }),
    ])
    return outcome.status === 'written' ? 'copied' : 'stale'
  } catch (error) {
    if (isUniqueViolation(error)) return 'stale'
    throw error
  }
}
