import { can } from '#assessments/access.ts'
import { notFound, type RequestContext } from '../context.server.ts'

/** As `allow`, for what is public: nobody has to sign in to read a questionnaire. */
export async function allowAnyone(context: RequestContext): Promise<void> {
  const { actor } = await context.visitor()
  if (!can(actor, 'public.read', null)) throw notFound()
}
