import type { Actor } from '#assessments/access.ts'
import { actedForAgency } from '#app/acted-for-agency.server.ts'
import { dayOf } from '#app/calendar.ts'
import { notFound, type RequestContext, type SignedInPerson } from '#app/context.server.ts'
import { recordActivity } from '#db/queries/activities.server.ts'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** All records of an organization as one JSON file; that it was made is in the log, in the file's too. */
export async function recordsFile(
  context: RequestContext,
  { id, name, timeZone }: Organization,
  { person, actor }: { person: SignedInPerson; actor: NonNullable<Actor> },
): Promise<Response> {
  const { database, now, version } = context
  const at = now()
  await recordActivity(database, {
    organizationId: id,
    personId: person.id,
    action: 'records.exported',
    at,
  })
  const records = await exportOrganization(database, id, await actedForAgency(context, id, actor))
  if (!records) throw notFound()
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const file = `${words.replace(/^-|-$/g, '') || 'organization'}-records-${dayOf(at, timeZone)}.json`
  return new Response(
    `${JSON.stringify({ exportedAt: at, programVersion: version, ...records }, null, 2)}\n`,
    {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${file}"`,
        'Cache-Control': 'private, no-store',
      },
    },
  )
}
