import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { Program } from '#app/context.server.ts'
import { contextWith } from './program.ts'
import { cookieAfter, get, post } from './requests.ts'

type Params = Record<string, string>

/** What came of opening a page or sending a form. */
export interface Outcome {
  status: number
  /** Where a redirect leads; empty for anything else. */
  location: string
  /** What the loader or action answered; null for a redirect or an error. */
  data: unknown
  headers: Headers
}

/** Somebody at a browser: keeps cookies from one request to the next, as real loaders and actions set them. */
export interface Browser {
  cookie: string
  open(
    screen: { loader: (args: LoaderFunctionArgs) => unknown },
    path: string,
    params?: Params,
  ): Promise<Outcome>
  send(
    screen: { action: (args: ActionFunctionArgs) => unknown },
    path: string,
    fields: Record<string, string>,
    params?: Params,
  ): Promise<Outcome>
}

/** A browser without cookies, at an address of its own. */
export function browserOf(program: Program, clientAddress = '203.0.113.7'): Browser {
  const contextNow = () => ({ ...contextWith(program, browser.cookie), clientAddress })
  const remember = (outcome: Outcome) => {
    browser.cookie = cookieAfter(outcome.headers, browser.cookie)
    return outcome
  }
  const browser: Browser = {
    cookie: '',
    open: async ({ loader }, path, params) =>
      remember(await outcomeOf(() => loader(get(contextNow(), path, params)))),
    send: async ({ action }, path, fields, params) =>
      remember(await outcomeOf(() => action(post(contextNow(), path, fields, params)))),
  }
  return browser
}

async function outcomeOf(run: () => unknown): Promise<Outcome> {
  let result: unknown
  try {
    result = await run()
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    result = thrown
  }
  if (result instanceof Response) {
    const { status, headers } = result
    return { status, location: headers.get('location') ?? '', data: null, headers }
  }
  if (isWithInit(result)) {
    const headers = new Headers(result.init?.headers)
    return { status: result.init?.status ?? 200, location: '', data: result.data, headers }
  }
  return { status: 200, location: '', data: result, headers: new Headers() }
}

function isWithInit(result: unknown): result is { data: unknown; init: ResponseInit | null } {
  return (
    typeof result === 'object' &&
    result !== null &&
    'type' in result &&
    result.type === 'DataWithResponseInit'
  )
}

/** What a form that came back says is wrong, by field; the form as a whole is ''. */
export function faultsIn({ data }: Outcome): Record<string, string[]> {
  if (typeof data !== 'object' || data === null || !('lastResult' in data)) return {}
  const { error } = data.lastResult as { error?: Record<string, string[]> }
  return error ?? {}
}
