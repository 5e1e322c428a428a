import type { RequestContext } from '../context.server.ts'
import { tooMany } from './form-answer.server.ts'
import { withinLimit } from './limits.server.ts'

/** Why a signed-in person's password is not accepted, or null where it is right. */
export async function whyNotPassword(
  { request, context }: { request: Request; context: RequestContext },
  person: { id: string },
  password: string,
): Promise<{ text: string; status: number } | null> {
  if (!(await withinLimit(context, 'password', person.id))) return { text: tooMany(15 * 60), status: 429 }
  const headers = { cookie: request.headers.get('cookie') ?? '' }
  const right = await context.auth.api.verifyPassword({ body: { password }, headers }).then(
    ({ status }) => status,
    () => false,
  )
  return right ? null : { text: 'The password is not right.', status: 400 }
}
