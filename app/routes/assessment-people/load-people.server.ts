import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { listAssignments } from '#db/queries/assignments.server.ts'
import { listContributors, type Assessment } from '#db/queries/assessments.server.ts'
import { listThoseWhoAnswer } from '#app/those-who-answer.server.ts'

/** What the page on who contributes shows. */
export async function loadPeople(
  { database }: RequestContext,
  assessment: Assessment,
  { questionnaire }: CatalogVersion,
) {
  const [people, contributors, assignments] = await Promise.all([
    listThoseWhoAnswer(database, assessment.agencyId),
    listContributors(database, assessment.id),
    listAssignments(database, assessment.id),
  ])
  return {
    assessment: { id: assessment.id, agencyId: assessment.agencyId, locked: assessment.stage === 'final' },
    title: questionnaire.title,
    people,
    contributors: contributors.map(({ personId }) => personId),
    assignees: Object.fromEntries(assignments.map(({ target, personId }) => [target, personId])),
    domains: questionnaire.domains.map(({ id, title, items }) => ({
      id,
      title,
      items: items.map((item) => ({ id: item.id, question: item.question })),
    })),
  }
}

export type PeopleData = Awaited<ReturnType<typeof loadPeople>>
