import type { Exportable } from '#assessments/exporting/exportable.ts'
import { everything, type Sharing } from '#assessments/sharing.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { findExportable } from '#db/queries/exportables.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { readChanges, readScores } from '#db/queries/scores.server.ts'
import type { RequestContext } from '../context.server.ts'
import { formatMoment } from '../format.ts'
import type { ReportedRound } from './report-input.ts'

/** A round as a report tells of it, with what it was read of. */
export interface ReadReported {
  reported: ReportedRound
  exportable: Exportable
  partnerName: string | null
}

/** The latest frozen copy of an assessment for a report, as much of it as is shared; null where that is nothing. */
export async function readReported(
  context: RequestContext,
  assessmentId: string,
  sharing: Sharing = everything,
): Promise<ReadReported | null> {
  const { database } = context
  const assessment = await findAssessment(database, assessmentId)
  const exportable = await findExportable(context, assessmentId, sharing)
  if (!assessment || !exportable) return null
  const { shared, questionnaire, copy, finalizedAt } = exportable
  const [scores, changes, latest] = await Promise.all([
    readScores(database, assessmentId, copy),
    readChanges(database, assessmentId, copy),
    latestFrozenCopy(database, assessmentId),
  ])
  const reported = {
    ...{ copy: shared, questionnaire, number: copy },
    finalizedOn: formatMoment(new Date(finalizedAt), assessment.timeZone),
    beingRevised: latest?.reopenedAt !== null,
    rows: { scores, sinceLast: changes.filter(({ since }) => since === 'last') },
  }
  return { reported, exportable, partnerName: assessment.partnerName }
}
