import { describe, expect, it, test, vi } from 'vitest'
import { can, sideOf, type Action, type Actions } from '#assessments/access.ts'
import { allow } from '#app/context.server.ts'
import * as root from '#app/root.tsx'
import routes from '#app/routes.ts'
import { agencyWithTeam } from '#tests/support/agency.ts'
import { addOrganization, contextFor } from '#tests/support/program.ts'
import { responseOf } from '#tests/support/requests.ts'
import { makeWorld, roles, type Role, type World } from '#tests/support/route-world.ts'
import { rules, type Rule } from './route-rules.ts'

vi.mock('#app/context.server.ts', { spy: true })

type Params = Record<string, string>
interface Screen {
  loader?: (args: unknown) => unknown
  action?: (args: unknown) => unknown
}

const screens = new Map(routes.map(({ path, file }) => [path ?? '', file]))
const modules = import.meta.glob<Screen>('/app/routes/*/route.{ts,tsx}')

async function screenAt(path: string): Promise<Screen> {
  const load = modules[`/app/${screens.get(path) ?? ''}`]
  if (!load) throw new Error(`no screen answers /${path}`)
  return load()
}

type Outcome = 'allowed' | 'refused' | 'to sign in' | 'answered without asking'

/** How a loader or an action met a request. */
async function outcomeOf(answering: () => unknown): Promise<Outcome> {
  let answer: unknown
  try {
    answer = await answering()
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    answer = thrown
  }
  if (!(answer instanceof Response)) return 'allowed'
  if (answer.headers.get('location')?.startsWith('/sign-in?to=') || answer.status === 401) return 'to sign in'
  return answer.status === 404 ? 'refused' : 'allowed'
}

function addressOf(path: string, params: Params): URL {
  const filled = path.replace(/:(\w+)/g, (_match, name: string) => params[name] ?? name)
  return new URL(`/${filled}`, 'http://localhost:3000')
}

/** What stands in the address: a program's id where the screen is a program's. */
function paramsFor(path: string, { params, programId }: World): Params {
  return rules[path]?.of === 'program' ? { ...params, organizationId: programId } : params
}

/**
 * Opens a path as somebody in this role, or sends fields to it. Who is let in must have been asked about the
 * rule's action, and who is refused about some; only who is sent to sign in may be answered before.
 */
async function asked(
  world: World,
  path: string,
  role: Role,
  rule: Action | null,
  fields?: Record<string, string>,
): Promise<Outcome> {
  const { agency, people } = world
  const params = paramsFor(path, world)
  const { loader, action } = await screenAt(path)
  vi.mocked(allow).mockClear()
  const context = await contextFor(agency.program, people[role])
  const hangUp = new AbortController()
  const headers = { cookie: context.cookie }
  const sent = fields ? { method: 'POST', body: new URLSearchParams(fields) } : { signal: hangUp.signal }
  const request = new Request(addressOf(path, params), { headers, ...sent })
  try {
    const outcome = await outcomeOf(() => (fields ? action : loader)?.({ request, context, params }))
    const questions = vi.mocked(allow).mock.calls.map(([, question]) => question as Action)
    if (outcome === 'to sign in') return outcome
    const asked = outcome === 'refused' ? questions.length > 0 : questions.includes(rule ?? 'public.read')
    return asked ? outcome : 'answered without asking'
  } finally {
    hangUp.abort()
  }
}

/** What `can` says of the person in this role; on a route for one side, nobody else has any business. */
async function expected(
  { agency, partnerId, programId, people }: World,
  action: Action | null,
  role: Role,
  { side, of }: Partial<Rule> = {},
): Promise<Outcome> {
  if (action === null) return 'refused'
  const { actor } = await (await contextFor(agency.program, people[role])).visitor()
  const { agencyId } = agency
  const ofAssessment =
    /^(assessment|copies|differences|results|text)\./.test(action) && action !== 'assessment.start'
  const sharing = { step: 'scores', notes: false, partner: false }
  const subject = ofAssessment
    ? { agencyId, partnerId, alone: false }
    : action.startsWith('followed.')
      ? { programId, sharing }
      : { organizationId: of === 'program' ? programId : agencyId }
  const elsewhere = side && actor && sideOf(actor, { agencyId, partnerId }) !== side
  if (!elsewhere && can(actor, action, subject as Actions[typeof action])) return 'allowed'
  return actor ? 'refused' : 'to sign in'
}

/** The outcome for every role, and what it should be. */
async function forEveryRole(path: string, action: Action | null, fields?: Record<string, string>) {
  const world = await makeWorld()
  const outcomes: Partial<Record<Role, Outcome>> = {}
  const rightly: Partial<Record<Role, Outcome>> = {}
  for (const role of roles) {
    rightly[role] = rules[path]?.token ? 'to sign in' : await expected(world, action, role, rules[path])
    outcomes[role] = await asked(world, path, role, action, fields)
  }
  return { outcomes, rightly }
}

describe('every route', () => {
  it('has a rule here', () => {
    expect(Object.keys(rules).sort()).toEqual([...screens.keys()].sort())
  })

  it('has a rule for being sent something exactly where it takes something', async () => {
    const all = [...screens.keys()]
    const taking = await Promise.all(all.map(async (path) => ((await screenAt(path)).action ? [path] : [])))
    const ruled = Object.entries(rules).flatMap(([path, { send }]) => (send ? [path] : []))
    expect(ruled.sort()).toEqual(taking.flat().sort())
  })

  it.each(Object.entries(rules))('/%s is shown to those who may see it', async (path, { read }) => {
    const { outcomes, rightly } = await forEveryRole(path, read)
    expect(outcomes).toEqual(rightly)
  })

  const sendings = Object.entries(rules).flatMap(([path, { send = {} }]) =>
    Object.entries(send).map(([intent, action]) => ({ path, intent, action })),
  )
  it.each(sendings)('/$path takes "$intent" from those who may send it', async ({ path, intent, action }) => {
    const { outcomes, rightly } = await forEveryRole(path, action, { intent })
    expect(outcomes).toEqual(rightly)
  })
})

test('the frame around every page asks too, once', async () => {
  const { program } = await agencyWithTeam()
  const context = await contextFor(program, null)
  vi.mocked(allow).mockClear()
  await root.loader({ request: new Request('http://localhost:3000/'), context, params: {} })
  expect(vi.mocked(allow).mock.calls.map(([, question]) => question as Action)).toEqual(['public.read'])
})

describe('an organization that waits for its confirmation', () => {
  it.each([
    ['organizations/:organizationId', 'allowed'],
    ['organizations/:organizationId/profile', 'allowed'],
    ['organizations/:organizationId/progress', 'refused'],
    ['organizations/:organizationId/log', 'refused'],
    ['organizations/:organizationId/records', 'refused'],
    ['organizations/:organizationId/assessments/new', 'refused'],
  ])('answers its coordinator at /%s: %s', async (path, outcome) => {
    const world = await makeWorld()
    const { id, coordinator } = await addOrganization(world.agency.program, { status: 'waiting' })
    world.params['organizationId'] = id
    world.people.coordinator = coordinator
    expect(await asked(world, path, 'coordinator', rules[path]?.read ?? null)).toBe(outcome)
  })
})

describe('what does not exist', () => {
  it.each([
    'organizations/:organizationId',
    'assessments/:assessmentId',
    'assessments/:assessmentId/results',
  ])('looks like what is another’s: /%s', async (path) => {
    const { agency, params, people } = await makeWorld()
    const { loader } = await screenAt(path)
    const context = await contextFor(agency.program, people.outsider)
    const nothing = { organizationId: 'none', assessmentId: 'none' }
    const answers = [params, nothing].map(async (named) => {
      const request = new Request(addressOf(path, named), { headers: { cookie: context.cookie } })
      const answer = await responseOf(Promise.resolve(loader?.({ request, context, params: named })))
      return { status: answer.status, headers: [...answer.headers], text: await answer.text() }
    })
    const [anothers, missing] = await Promise.all(answers)
    expect(missing?.status).toBe(404)
    expect(anothers).toEqual(missing)
  })
})
