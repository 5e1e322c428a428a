import { can, type Actor } from '#assessments/access.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate } from '#app/format.ts'
import { reviewOf } from '#app/review-words.ts'
import { stageWords } from '#app/stage-words.ts'
import { listAssessments, type ListedAssessment } from '#db/queries/assessments.server.ts'
import { listEnrollmentsOfAgency } from '#db/queries/enrollments.server.ts'
import { listInvitations } from '#db/queries/invitations.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { listPartnerships } from '#db/queries/partnerships.server.ts'
import { waitingProposals } from './load-partner-home.server.ts'
import { expiringSoon } from './expiring-soon.server.ts'
import { reassessment } from './reassessment.ts'
import { readWorkUnderWay } from './work-under-way.server.ts'

/** More assessments than these are listed only when all are asked for: a page of a thousand rows is slow. */
const mostListed = 50

/** What an agency's home shows: where things stand, who is waiting for whom, what comes next. */
export async function loadAgencyHome(
  context: RequestContext,
  agency: Organization,
  actor: NonNullable<Actor>,
  { all }: { all: boolean },
) {
  const { database, now } = context
  const manages = can(actor, 'members.manage', { organizationId: agency.id })
  const [assessments, invitations, partnerships, enrollments] = await Promise.all([
    listAssessments(database, agency.id),
    manages ? listInvitations(database, agency.id) : [],
    listPartnerships(database, agency.id),
    listEnrollmentsOfAgency(database, agency.id),
  ])
  const open = assessments.filter(({ stage }) => stage !== 'final')
  const latest = assessments.find((assessment) => assessment.latest !== null)
  const today = dayOf(now(), agency.timeZone)
  return {
    proposals: waitingProposals(partnerships),
    programs: enrollments.flatMap(({ status, program }) => (status === 'invited' ? [program.name] : [])),
    underWay: await Promise.all(open.map((assessment) => readWorkUnderWay(context, assessment, actor))),
    latest: latest ? resultOf(context, latest) : null,
    due: latest && open.length === 0 ? reassessment(latest.asOf, agency.reassessMonths, today) : null,
    total: assessments.length,
    assessments: (all ? assessments : assessments.slice(0, mostListed)).map((assessment) => ({
      id: assessment.id,
      title: versionOf(context, assessment).questionnaire.title,
      asOf: formatDate(assessment.asOf),
      stage: stageWords(assessment.stage, reviewOf(assessment).coReviewed),
      result: resultOf(context, assessment),
    })),
    expiring: manages ? expiringSoon(context, agency, assessments) : [],
    invited: invitations.map(({ id, email, expiresAt }) => ({ id, email, expired: expiresAt <= now() })),
  }
}

export type AgencyHomeData = Awaited<ReturnType<typeof loadAgencyHome>>

/** What counts of an assessment: its latest frozen copy's overall score. */
function resultOf(context: RequestContext, assessment: ListedAssessment) {
  if (!assessment.latest) return null
  const { overall, number, finalizedAt } = assessment.latest
  const { bands } = versionOf(context, assessment).questionnaire.scoring
  const { displayed, answered, applicable, band } = overall
  return {
    id: assessment.id,
    number,
    asOf: formatDate(assessment.asOf),
    score: { displayed, answered, applicable },
    band: bands.find(({ id }) => id === band)?.label ?? null,
    beingRevised: assessment.stage !== 'final',
    review: reviewOf(assessment, finalizedAt),
  }
}

export type ResultData = NonNullable<ReturnType<typeof resultOf>>
