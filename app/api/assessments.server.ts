import { exportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { everything, type Sharing } from '#assessments/sharing.ts'
import { listFinalAssessments } from '#db/queries/api-pages.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { findExportable } from '#db/queries/exportables.server.ts'
import { findSharing, sharingOf, type Shared } from '#db/queries/sharing.server.ts'
import type { RequestContext } from '../context.server.ts'
import { recordId } from '../record-id.ts'
import { allowCaller, type Caller } from './answer.server.ts'
import { json } from './json.server.ts'
import { pageAnswer, pageOf } from './page.server.ts'
import { nothingThere } from './problem.server.ts'
import { assessmentsQuery, noQuery } from './queries.ts'
import { readQuery } from './read-query.server.ts'

interface Asking {
  context: RequestContext
  request: Request
}

/** A page of an agency's final assessments; `shared` is what a program may have of them, null for the agency's own. */
export async function assessmentsPage({ context, request }: Asking, agencyId: string, shared: Shared | null) {
  const { limit, cursor } = readQuery(request, assessmentsQuery)
  const after = cursor && { startedAt: new Date(cursor[0]), id: cursor[1] }
  const rows =
    shared?.step === 'profile'
      ? []
      : await listFinalAssessments(context.database, agencyId, { after, limit: limit + 1 })
  const { page, next } = pageOf(rows, limit, ({ startedAt, id }) => [startedAt.getTime(), id])
  const found = await Promise.all(
    page.map(({ id, partnershipId }) =>
      findExportable(context, id, shared ? sharingOf(shared, partnershipId) : everything),
    ),
  )
  const data = found.flatMap((exportable) => (exportable ? [exportedAssessment(exportable)] : []))
  return pageAnswer(context.environment.origin, request, data, next)
}

/** A page of the caller's own final assessments; only an agency has any. */
export function ownAssessments(asking: Asking, caller: Caller): Promise<Response> {
  const { id, kind } = caller.organization
  if (kind !== 'agency') throw nothingThere()
  allowCaller(caller, 'exports.make', { organizationId: id })
  return assessmentsPage(asking, id, null)
}

/** One final assessment, as far as the caller may have it. */
export async function assessmentAnswer({ context, request }: Asking, caller: Caller, id: string | undefined) {
  const assessmentId = recordId.safeParse(id).data
  const assessment =
    assessmentId === undefined ? undefined : await findAssessment(context.database, assessmentId)
  if (!assessment) throw nothingThere()
  const sharing = await sharingFor(context, caller, assessment)
  readQuery(request, noQuery)
  const exportable = await findExportable(context, assessment.id, sharing)
  if (!exportable) throw nothingThere()
  return json(exportedAssessment(exportable))
}

/** How much of an assessment a caller may have; nothing is there for whoever may have none of it. */
async function sharingFor(
  { database }: RequestContext,
  caller: Caller,
  assessment: { agencyId: string; partnerId: string | null; partnershipId: string | null; alone: boolean },
): Promise<Sharing> {
  const { id, kind } = caller.organization
  // What a partner may read of what it rated too depends on when it was signed; files for it are not made yet.
  if (kind === 'partner') throw nothingThere()
  if (kind === 'agency') {
    allowCaller(caller, 'results.read', assessment)
    return everything
  }
  const sharing = await findSharing(database, id, assessment.agencyId, assessment.partnershipId)
  allowCaller(caller, 'followed.scores', { programId: id, sharing })
  if (!sharing) throw nothingThere()
  return sharing
}
