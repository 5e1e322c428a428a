import type { Organization } from '#db/queries/organizations.server.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import { activePartners } from '#db/queries/partnerships.server.ts'
import { listThoseWhoAnswer } from '#app/those-who-answer.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { offeredVersions } from '#app/questionnaires/offered.server.ts'
import { asOfBounds } from './as-of-bounds.ts'
import { lastOf } from './last-of.server.ts'

/** What the page that starts an assessment shows. */
export async function loadNew(context: RequestContext, agency: Organization) {
  const [offered, people, partners, assessments] = await Promise.all([
    offeredVersions(context),
    listThoseWhoAnswer(context.database, agency.id),
    activePartners(context.database, agency.id),
    listAssessments(context.database, agency.id),
  ])
  const open = new Map(
    assessments.filter(({ stage }) => stage !== 'final').map((assessment) => [assessment.slug, assessment]),
  )
  return {
    agency: { id: agency.id, name: agency.name },
    bounds: asOfBounds(context.now(), agency.timeZone),
    people,
    partners: partners.map(({ partnershipId, id, name, county, state }) => ({
      partnershipId,
      id,
      name,
      place: `${county}, ${state}`,
    })),
    questionnaires: await Promise.all(
      offered.map(async (known) => {
        const { slug, version, questionnaire } = known
        const already = open.get(slug)
        const { title, summary, minutes } = questionnaire
        return {
          slug,
          version,
          title,
          summary,
          minutes,
          open: already ? { id: already.id, asOf: formatDate(already.asOf) } : null,
          last: already ? null : await lastOf(context, agency, known),
        }
      }),
    ),
  }
}

export type NewData = Awaited<ReturnType<typeof loadNew>>
