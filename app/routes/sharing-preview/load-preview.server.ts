import { z } from 'zod'
import { sharingSteps } from '#assessments/sharing.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { sharedWords } from '#app/enrollments/sharing-words.ts'
import { loadFollowed } from '#app/followed/load-followed.server.ts'
import { recordId } from '#app/record-id.ts'
import { listEnrollmentsOfAgency } from '#db/queries/enrollments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { findShared, type Shared } from '#db/queries/sharing.server.ts'

const searchSchema = z.object({
  step: z.enum(sharingSteps).nullable().catch(null),
  notes: z.string().nullable(),
  round: recordId.nullable().catch(null),
})

/** What a program sees of an agency, or would at a step that is asked for; made by what makes the program's page. */
export async function loadPreview(
  context: RequestContext,
  agency: Organization,
  { programId, search }: { programId: string | undefined; search: URLSearchParams },
) {
  if (agency.kind !== 'agency') throw notFound()
  const all = await listEnrollmentsOfAgency(context.database, agency.id)
  const enrollment = all.find(
    ({ program, status }) => program.id === programId && (status === 'active' || status === 'invited'),
  )
  if (!enrollment) throw notFound()
  const { program } = enrollment
  const { step, notes, round } = searchSchema.parse({
    step: search.get('step'),
    notes: search.get('notes'),
    round: search.get('round'),
  })
  const actual = await findShared(context.database, program.id, agency.id)
  const nothing: Shared = {
    ...{ enrollmentId: enrollment.id, agencyId: agency.id, step: 'profile', notes: false, since: null },
    consents: new Set(),
  }
  const shared = { ...(actual ?? nothing), ...(step !== null && { step, notes: notes === 'on' }) }
  const path = `/organizations/${agency.id}/sharing/${program.id}/preview?`
  return {
    head: {
      agency: { id: agency.id, name: agency.name },
      program: program.name,
      /** What the agency shares in truth; null before it has accepted. */
      now: actual && sharedWords(actual),
      /** Whether this is what is seen now, or what would be. */
      supposed: step !== null || actual === null,
    },
    path: step === null ? path : `${path}step=${step}&${notes === 'on' ? 'notes=on&' : ''}`,
    followed: await loadFollowed(context, { agency, shared, round }),
  }
}

export type PreviewHeadData = Awaited<ReturnType<typeof loadPreview>>['head']
