import { can, type Actor } from '#assessments/access.ts'
import type { RequestContext } from '#app/context.server.ts'
import { countEnrollments } from '#db/queries/enrollments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** A program's home: how many agencies it follows, and how much they share. */
export async function loadProgramHome(
  { database }: RequestContext,
  program: Organization,
  actor: NonNullable<Actor>,
) {
  const { statuses, steps } = await countEnrollments(database, program.id)
  return {
    mayInvite: can(actor, 'enrollments.manage', { organizationId: program.id }),
    invited: statuses.invited,
    active: statuses.active,
    steps,
  }
}

export type ProgramHomeData = Awaited<ReturnType<typeof loadProgramHome>>
