import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { eventStream } from './event-stream.server.ts'

/** Tells an open page at once when something was saved on one's own side; it then asks for what. */
export async function loader(args: LoaderFunctionArgs) {
  const { person } = await args.context.visitor()
  if (!person) return new Response('Sign in first.', { status: 401 })
  const { assessment, side } = await findAllowedAssessment(args, 'assessment.read')
  return eventStream(args.context.live, args.request.signal, {
    assessmentId: assessment.id,
    side,
    revision: assessment.sides[side]?.revision ?? 0,
  })
}
