import type { LoaderFunctionArgs } from '@remix-run/node'
import { can, type Action, type Actions, type Actor } from '#assessments/access.ts'
import type { ApiToken } from '#db/queries/api-tokens.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { countRequest } from '#db/queries/rate-limits.server.ts'
import { hashOf } from '../accounts/link-secret.server.ts'
import { allow, type RequestContext, type Visitor } from '../context.server.ts'
import { bearerOf } from './bearer.server.ts'
import { nothingThere, problem } from './problem.server.ts'

/** Whoever asks with a token: its organization, and what it may do. */
export interface Caller {
  organization: Organization
  token: ApiToken
  actor: NonNullable<Actor>
}

type Arguments = Pick<LoaderFunctionArgs, 'request'> & { context: RequestContext }

const minute = 60_000
/** Requests a minute: of a token, of an address to what is public, of an address with tokens that don't work. */
const most = { token: 600, open: 600, refused: 60 }

const nobody: Visitor = { person: null, actor: null, memberships: [] }

/** Answers anyone. Who is signed in counts for nothing: the API never looks at cookies. */
export function answerAnyone(
  { request, context }: Arguments,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  return asProblem({ request, context }, async () => {
    await allow(
      { request, context: { ...context, visitor: () => Promise.resolve(nobody) } },
      'public.read',
      null,
    )
    await withinLimit(context, 'open', context.clientAddress)
    return answer()
  })
}

/** Answers whoever has a token that works. */
export function answerToken(
  args: Arguments,
  answer: (caller: Caller) => Promise<Response>,
): Promise<Response> {
  return asProblem(args, async () => {
    const { context, request } = args
    const bearer = await bearerOf(context, request)
    if (bearer.status === 'refused') {
      await withinLimit(context, 'refused', context.clientAddress)
      throw refusal(bearer.sent)
    }
    const { token, organization } = bearer
    await withinLimit(context, 'token', token.id)
    return answer({ token, organization, actor: actorOf(token, organization) })
  })
}

/** Lets a caller go on who may do `action` to `subject`; to whoever may not, it looks as if nothing were there. */
export function allowCaller<A extends Action>({ actor }: Caller, action: A, subject: Actions[A]): void {
  if (!can(actor, action, subject)) throw nothingThere()
}

/** A token reads what a viewer of its organization reads, and nothing of any other. */
function actorOf({ id }: ApiToken, { id: organizationId, kind, status }: Organization): NonNullable<Actor> {
  const confirmed = status === 'confirmed'
  return {
    personId: id,
    administrator: false,
    memberships: [{ organizationId, kind, role: 'viewer', confirmed }],
  }
}

function refusal(sent: boolean): Response {
  const challenge = 'Bearer realm="pmhc"'
  if (!sent) {
    const detail = 'Send a token of your organization in the header Authorization: Bearer.'
    return problem(401, detail, { headers: { 'WWW-Authenticate': challenge } })
  }
  const headers = { 'WWW-Authenticate': `${challenge}, error="invalid_token"` }
  return problem(401, 'This token is unknown, expired or revoked.', { headers })
}

async function withinLimit(
  { database, now }: RequestContext,
  what: keyof typeof most,
  whose: string,
): Promise<void> {
  const limit = { key: `api-${what}|${hashOf(whose)}`, most: most[what], milliseconds: minute }
  const wait = await countRequest(database, limit, now())
  if (wait === 0) return
  const detail = `More than ${most[what]} requests within a minute.`
  throw problem(429, detail, { headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } })
}

/** Whatever goes wrong is answered as problem+json; what wasn't expected goes to the log and says nothing. */
async function asProblem(
  { request, context }: Arguments,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (thrown) {
    if (thrown instanceof Response) {
      return isProblem(thrown) ? thrown : nothingThere()
    }
    context.log.error({ err: thrown, path: new URL(request.url).pathname }, 'a request to the API failed')
    return problem(500, 'Something went wrong here, not with what you sent.')
  }
}

function isProblem(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
}
