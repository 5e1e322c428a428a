import type { TestContext } from './program.ts'

const origin = 'http://localhost:3000'

type Params = Record<string, string>

/** What a loader is called with when the person of a context opens a path. */
export function get(context: TestContext, path: string, params: Params = {}) {
  const request = new Request(new URL(path, origin), { headers: headersOf(context) })
  return { request, params, context }
}

/** What an action is called with when the person of a context sends a form; a list of pairs repeats a field. */
export function post(
  context: TestContext,
  path: string,
  fields: Record<string, string> | [string, string][],
  params: Params = {},
) {
  const body = new URLSearchParams(fields)
  const request = new Request(new URL(path, origin), { method: 'POST', body, headers: headersOf(context) })
  return { request, params, context }
}

function headersOf({ cookie }: TestContext): HeadersInit {
  return cookie ? { cookie } : {}
}

/** The response that a loader or action throws or returns, such as a redirect or a 404. */
export async function responseOf(answer: Promise<unknown>): Promise<Response> {
  const result = await answer.catch((thrown: unknown) => thrown)
  if (result instanceof Response) return result
  throw new Error('expected a response, such as a redirect', { cause: result })
}

/** A Cookie header after the Set-Cookie headers of a response: new values in, expired ones out. */
export function cookieAfter(headers: Headers, before = ''): string {
  const jar = new Map(before.split('; ').flatMap((pair) => (pair ? [splitPair(pair)] : [])))
  for (const line of headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split('; ')
    const [name, value] = splitPair(pair)
    if (value === '' || attributes.includes('Max-Age=0')) jar.delete(name)
    else jar.set(name, value)
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}
