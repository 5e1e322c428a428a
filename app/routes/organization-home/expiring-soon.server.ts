import { addDays, dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate } from '#app/format.ts'
import { expiryDays, noticeDays } from '#app/retention/expiry.ts'
import type { ListedAssessment } from '#db/queries/assessments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** The assessments that expire within thirty days, the first to go first. */
export function expiringSoon(
  context: RequestContext,
  agency: Organization,
  assessments: readonly ListedAssessment[],
) {
  const last = addDays(dayOf(context.now(), agency.timeZone), noticeDays)
  const days = expiryDays(agency, assessments)
  return assessments
    .toReversed()
    .map((assessment) => ({ assessment, day: days.get(assessment.id) }))
    .flatMap(({ assessment, day }) => (day !== undefined && day <= last ? [{ assessment, day }] : []))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ assessment, day }) => ({
      id: assessment.id,
      title: versionOf(context, assessment).questionnaire.title,
      asOf: formatDate(assessment.asOf),
      on: formatDate(day),
    }))
}

export type Expiring = ReturnType<typeof expiringSoon>[number]
