import type { AssessmentRow } from '#db/queries/assessments.server.ts'
import { listFrozenCopies } from '#db/queries/frozen-copies.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import type { Revision } from '../components/being-revised.tsx'
import type { RequestContext } from '../context.server.ts'
import { formatMoment } from '../format.ts'

/** Of an assessment that was reopened: since when, why, and which copy counts meanwhile. */
export async function readRevision(
  { database }: Pick<RequestContext, 'database'>,
  { id, stage, revision, timeZone }: AssessmentRow & { timeZone: string },
): Promise<Revision | null> {
  if (stage === 'final' || revision === 0) return null
  const [copy] = await listFrozenCopies(database, id)
  if (!copy?.reopenedAt || copy.reopenedBy === null) return null
  const person = await findPerson(database, copy.reopenedBy)
  return {
    number: copy.number,
    finalizedAt: formatMoment(copy.finalizedAt, timeZone),
    reopenedAt: formatMoment(copy.reopenedAt, timeZone),
    reopenedBy: person?.name ?? 'Somebody',
    reason: copy.reopenReason ?? '',
  }
}
