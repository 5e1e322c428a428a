import { z } from 'zod'
import type { RequestContext } from '../context.server.ts'

const answerSchema = z.looseObject({
  code: z.string().optional(),
  /** The password was right and a second factor is asked for. */
  twoFactorRedirect: z.boolean().optional(),
  totpURI: z.string().optional(),
  backupCodes: z.array(z.string()).optional(),
})

/** What better-auth answered: its status, its words, and the cookies to hand on to the browser. */
export interface AuthAnswer {
  ok: boolean
  status: number
  /** better-auth's name of what went wrong; empty where nothing did. */
  code: string
  data: z.infer<typeof answerSchema>
  /** How many seconds to wait after too many tries. */
  retryAfter: number | null
  cookies: Headers
}

interface Asked {
  request: Request
  context: RequestContext
}

/**
 * Posts to better-auth inside this process, for the visitor whose request this is. Its handler counts
 * tries by address, which `auth.api` would not; from outside it can't be reached at all.
 */
export function callAuth(asked: Asked, path: string, body: object = {}): Promise<AuthAnswer> {
  return send(asked, path, { method: 'POST', body: JSON.stringify(body) })
}

/** As callAuth, for what better-auth only answers to GET. */
export function getAuth(asked: Asked, path: string, search: Record<string, string>): Promise<AuthAnswer> {
  return send(asked, `${path}?${new URLSearchParams(search).toString()}`, { method: 'GET' })
}

async function send({ request, context }: Asked, path: string, init: RequestInit): Promise<AuthAnswer> {
  const { origin } = context.environment
  const headers = new Headers({
    'content-type': 'application/json',
    origin,
    'x-client-address': context.clientAddress,
  })
  const cookie = request.headers.get('cookie')
  if (cookie) headers.set('cookie', cookie)
  const response = await context.auth.handler(new Request(`${origin}/api/auth${path}`, { ...init, headers }))
  const data = answerSchema.catch({}).parse(await response.json().catch(() => null))
  return {
    ok: response.ok,
    status: response.status,
    code: response.ok ? '' : (data.code ?? ''),
    data,
    retryAfter: response.status === 429 ? Number(response.headers.get('x-retry-after') ?? 60) : null,
    cookies: cookiesOf(response.headers),
  }
}

function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers()
  for (const cookie of headers.getSetCookie()) cookies.append('Set-Cookie', cookie)
  return cookies
}
