import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { agreedRevision } from '#app/reconciling/publish-agreed.server.ts'
import { eventStream } from '#app/routes/events/event-stream.server.ts'

/** Tells an open page at once when either side did something to agree; it then asks for what. */
export async function loader(args: LoaderFunctionArgs) {
  const { person } = await args.context.visitor()
  if (!person) return new Response('Sign in first.', { status: 401 })
  const { assessment } = await findAllowedAssessment(args, 'differences.read')
  const { id } = assessment
  return eventStream(args.context.live, args.request.signal, {
    assessmentId: id,
    side: 'agreed',
    revision: await agreedRevision(args.context, id),
  })
}
