import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { listAssignments } from '#db/queries/assignments.server.ts'
import { listContributors, type Assessment } from '#db/queries/assessments.server.ts'
import { lockWords } from '#app/lock-words.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import { wayUp } from '#app/way-up.ts'
import { isAsked } from '#assessments/progress.ts'
import type { LockReason } from '#db/words.ts'
import { listThoseWhoAnswer } from '#app/those-who-answer.server.ts'

/** Where answering is over for good, nobody is asked to any more. */
export const peopleLocks: ReadonlySet<LockReason> = new Set([
  'final',
  'alone',
  'partnership-ended',
  'no-side',
])

/** What the page on who contributes shows. */
export async function loadPeople(
  { database }: RequestContext,
  assessment: Assessment,
  { questionnaire }: CatalogVersion,
  side: Side,
) {
  const home = homeOf(assessment, side)
  const lock = lockOfSide(assessment, side)
  const [people, contributors, assignments] = await Promise.all([
    listThoseWhoAnswer(database, home.id),
    listContributors(database, assessment.id, side),
    listAssignments(database, assessment.id, side),
  ])
  return {
    assessment: { id: assessment.id, side, organization: home.name },
    /** Why nothing is assigned any more, in a sentence. */
    locked: lock && peopleLocks.has(lock) ? lockWords[lock] : null,
    above: wayUp(assessment, side),
    people,
    contributors: contributors.map(({ personId }) => personId),
    assignees: Object.fromEntries(assignments.map(({ target, personId }) => [target, personId])),
    domains: questionnaire.domains.map(({ id, title, items }) => ({
      id,
      title,
      items: items
        .filter((item) => isAsked(item, side))
        .map((item) => ({ id: item.id, question: item.question })),
    })),
  }
}

export type PeopleData = Awaited<ReturnType<typeof loadPeople>>
