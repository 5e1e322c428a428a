import type { Actor } from '#assessments/access.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { actedForAgency } from '#app/acted-for-agency.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { listActivities, namesOfSubjects, type Activity } from '#db/queries/activities.server.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import { listPartnerAssessments } from '#db/queries/partner-assessments.server.ts'
import type { ActivityAction } from '#db/words.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { sentenceFor } from './sentences.ts'

const pageLength = 50

/** One page of an organization's log as sentences, and where the next, older page begins. */
export async function readLog(
  context: RequestContext,
  organization: Organization,
  actor: NonNullable<Actor>,
  before: string | null,
) {
  const { database } = context
  const start = placeOf(before)
  const found = await listActivities(database, organization.id, {
    limit: pageLength + 1,
    except: await actedForAgency(context, organization.id, actor),
    ...(start ? { before: start } : {}),
  })
  const page = found.slice(0, pageLength)
  const names = await namesOfSubjects(
    database,
    organization.id,
    page.flatMap(({ subject }) => subject ?? []),
  )
  const assessments = await assessmentsOf(context, organization)
  const entries = page.map((activity) => {
    const { id, action, at, personId, subject } = activity
    const assessment = assessments.get(activity.assessmentId ?? '')
    const named = aboutSides.has(action) ? subject : null
    const target = subject && (named ?? names.get(subject) ?? targetName(assessment?.questionnaire, subject))
    const sentence = sentenceFor({
      action,
      who: activity.personName ?? 'Somebody',
      self: personId !== null && personId === subject,
      subject: target ?? '',
      assessment: assessment?.name ?? 'an assessment',
    })
    return { id, when: formatMoment(at, organization.timeZone), sentence }
  })
  return { entries, older: found.length > pageLength ? placeText(page.at(-1)) : null }
}

/** What is done for a side, which the subject names. */
const aboutSides: ReadonlySet<ActivityAction> = new Set([
  'assessment.submitted',
  'assessment.recalled',
  'assessment.reconciling',
])

async function assessmentsOf(
  { database, catalog }: RequestContext,
  { id: organizationId, kind }: Organization,
) {
  const assessments =
    kind === 'partner'
      ? await listPartnerAssessments(database, organizationId)
      : await listAssessments(database, organizationId)
  return new Map(
    assessments.map((row) => {
      const { id, slug, version, asOf } = row
      const questionnaire = catalog.find(slug, version)?.questionnaire
      const whose = 'agencyName' in row ? ` of ${row.agencyName}` : ''
      const name = `the assessment${whose} as of ${formatDate(asOf)} (${questionnaire?.title ?? slug})`
      return [id, { name, questionnaire }]
    }),
  )
}

/** A domain's title, an item's question; an address or a number as it is. */
function targetName(questionnaire: Questionnaire | undefined, subject: string): string {
  if (!questionnaire) return subject
  const domain = questionnaire.domains.find(({ id }) => id === subject)
  return domain?.title ?? findItem(questionnaire, subject)?.question ?? subject
}

function placeText(activity: Activity | undefined): string | null {
  return activity ? `${activity.at.getTime()}_${activity.id}` : null
}

function placeOf(text: string | null): { at: Date; id: string } | null {
  const [, time = '', id = ''] = /^(\d{1,15})_([\w-]{1,64})$/.exec(text ?? '') ?? []
  return id ? { at: new Date(Number(time)), id } : null
}
