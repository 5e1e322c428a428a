import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import type { Side } from '#assessments/access.ts'
import { notFound } from '#app/context.server.ts'
import { toCurrent } from '#app/saving/current.server.ts'
import type { ChangesReply } from '#app/saving/save-reply.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { changedSince } from '#db/queries/responses.server.ts'

const since = z.coerce.number().int().min(0).catch(0)

/** What one side became after the revision that the URL names; everything, where it names none. */
export async function changesReply(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  { id, version, timeZone }: Assessment,
  side: Side,
  personId: string,
): Promise<Response> {
  const revision = since.parse(new URL(request.url).searchParams.get('since'))
  const changes = await changedSince(context.database, id, side, revision)
  if (!changes) throw notFound()
  const reply: ChangesReply = {
    revision: changes.sideRevision,
    version,
    responses: Object.fromEntries(
      [...changes.changed].map(([itemId, stored]) => [itemId, toCurrent(stored, { personId, timeZone })]),
    ),
  }
  return Response.json(reply, { headers: { 'Cache-Control': 'no-store' } })
}
