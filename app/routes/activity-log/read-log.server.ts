import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { listActivities, namesOfSubjects, type Activity } from '#db/queries/activities.server.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { sentenceFor } from './sentences.ts'

const pageLength = 50

/** One page of an organization's log as sentences, and where the next, older page begins. */
export async function readLog(context: RequestContext, organization: Organization, before: string | null) {
  const { database } = context
  const start = placeOf(before)
  const found = await listActivities(database, organization.id, {
    limit: pageLength + 1,
    ...(start ? { before: start } : {}),
  })
  const page = found.slice(0, pageLength)
  const names = await namesOfSubjects(
    database,
    organization.id,
    page.flatMap(({ subject }) => subject ?? []),
  )
  const assessments = await assessmentNames(context, organization.id)
  const entries = page.map((activity) => ({
    id: activity.id,
    when: formatMoment(activity.at, organization.timeZone),
    sentence: sentenceFor({
      action: activity.action,
      who: activity.personName ?? 'Somebody',
      self: activity.personId !== null && activity.personId === activity.subject,
      subject: activity.subject ? (names.get(activity.subject) ?? activity.subject) : '',
      assessment: assessments.get(activity.assessmentId ?? '') ?? 'an assessment',
    }),
  }))
  return { entries, older: found.length > pageLength ? placeText(page.at(-1)) : null }
}

async function assessmentNames({ database, catalog }: RequestContext, agencyId: string) {
  const assessments = await listAssessments(database, agencyId)
  return new Map(
    assessments.map(({ id, slug, version, asOf }) => {
      const title = catalog.find(slug, version)?.questionnaire.title ?? slug
      return [id, `the assessment as of ${formatDate(asOf)} (${title})`]
    }),
  )
}

function placeText(activity: Activity | undefined): string | null {
  return activity ? `${activity.at.getTime()}_${activity.id}` : null
}

function placeOf(text: string | null): { at: Date; id: string } | null {
  const [, time = '', id = ''] = /^(\d{1,15})_([\w-]{1,64})$/.exec(text ?? '') ?? []
  return id ? { at: new Date(Number(time)), id } : null
}
