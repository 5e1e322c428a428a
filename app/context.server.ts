import type { Logger } from 'pino'
import { can, type Action, type Actions, type Actor } from '#assessments/access.ts'
import type { Catalog } from '#assessments/catalog.server.ts'
import type { Database } from '#db/database.server.ts'
import type { OwnMembership } from '#db/queries/memberships.server.ts'
import { goTo } from './accounts/go-to.server.ts'
import type { Auth } from './auth.server.ts'
import type { Environment } from './env.server.ts'
import type { LiveUpdates } from './live/live-updates.server.ts'
import type { Mailer } from './mail/mailer.server.ts'

/** What one running program holds: opened once, handed to every request. */
export interface Program {
  environment: Environment
  database: Database
  /** The questionnaires on offer and those only the database still knows. */
  catalog: Catalog
  auth: Auth
  mailer: Mailer
  live: LiveUpdates
  log: Logger
  /** The running version, as the page's foot tells it. */
  version: string
  /** The time; tests set it. */
  now: () => Date
}

export interface SignedInPerson {
  id: string
  name: string
  email: string
  emailVerified: boolean
  twoFactorEnabled: boolean
}

export type Visitor =
  | { person: null; actor: null; memberships: readonly [] }
  | {
      person: SignedInPerson
      actor: NonNullable<Actor>
      /** What the person belongs to, by name. */
      memberships: readonly OwnMembership[]
      sessionToken: string
    }

/** What every loader and action gets as `context`. */
export interface RequestContext extends Program {
  /** For scripts that the page itself carries; see security-headers.server.ts. */
  nonce: string
  /** Where the request came from, for rate limits alone: never logged, never kept with an answer. */
  clientAddress: string
  /** Who asks: looked up at the first call, remembered for the request. */
  visitor: () => Promise<Visitor>
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- how Remix is told the context's type
  interface AppLoadContext extends RequestContext {}
  /** What a page gets is typed as its loader returned it. */
  interface Future {
    v3_singleFetch: true
  }
}

/** Thrown where something doesn't exist or may not be seen: from outside the two look the same. */
export function notFound(): Response {
  return new Response('Not found', { status: 404 })
}

interface Asking {
  request: Request
  context: RequestContext
}

type SignedInVisitor = Extract<Visitor, { person: SignedInPerson }>

/**
 * Lets a request go on if the visitor may do `action` to `subject`, and returns who that is: every loader and
 * action asks it. Someone who isn't signed in is sent to sign in, whether or not the page exists, unless it is
 * public; whoever may not, gets a 404.
 */
export async function allow(asking: Asking, action: 'public.read', subject: null): Promise<Visitor>
export async function allow<A extends Exclude<Action, 'public.read'>>(
  asking: Asking,
  action: A,
  subject: Actions[A],
): Promise<SignedInVisitor>
export async function allow(asking: Asking, action: Action, subject: Actions[Action]): Promise<Visitor> {
  const visitor = action === 'public.read' ? await asking.context.visitor() : await signedIn(asking)
  if (!can(visitor.actor, action, subject)) throw notFound()
  return visitor
}

/** The signed-in visitor; anyone else is sent to sign in and comes back after. */
export async function signedIn({ request, context }: Asking): Promise<SignedInVisitor> {
  const visitor = await context.visitor()
  if (visitor.person) return visitor
  const url = new URL(request.url)
  throw goTo(`/sign-in?${new URLSearchParams({ to: url.pathname + url.search }).toString()}`)
}
