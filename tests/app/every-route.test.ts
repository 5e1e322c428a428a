import { describe, expect, it } from 'vitest'
import { can, type Action, type Actions } from '#assessments/access.ts'
import routes from '#app/routes.ts'
import { agencyWithTeam, finishOne, startOne, type Agency } from '#tests/support/agency.ts'
import { addOrganization, addPerson, contextFor } from '#tests/support/program.ts'
import { responseOf } from '#tests/support/requests.ts'

type Params = Record<string, string>
interface Screen {
  loader?: (args: unknown) => unknown
  action?: (args: unknown) => unknown
}

/** What each route asks before it answers: to be read, and for each intent that may be sent to it; null where it refuses everyone. */
interface Rule {
  read: Action | null
  send?: Record<string, Action | null>
}

const account = { read: 'account.manage' } as const
const open = { read: 'public.read' } as const
const openForm = { read: 'public.read', send: { '': 'public.read' } } as const

const rules: Record<string, Rule> = {
  '': open,
  privacy: open,
  'sign-up': openForm,
  'sign-in': { ...open, send: { 'sign-in': 'public.read', 'confirm-again': 'public.read' } },
  'sign-in/second-factor': openForm,
  'sign-out': openForm,
  // Without mail configured, as here, no link can be sent and nothing is taken.
  'forgot-password': { ...open, send: { '': null } },
  'reset-password/:token': openForm,
  'confirm-email/:token': openForm,
  account: {
    ...account,
    send: { name: 'account.manage', mail: 'account.manage', password: 'account.manage' },
  },
  'account/second-factor': {
    ...account,
    send: { begin: 'account.manage', 'switch-off': 'account.manage', 'new-recovery-codes': 'account.manage' },
  },
  'account/delete': { ...account, send: { '': 'account.manage' } },
  'invitations/:secret': { ...open, send: { '': 'account.manage' } },
  'organizations/new': { read: 'organization.create', send: { '': 'organization.create' } },
  'organizations/:organizationId': { read: 'organization.read' },
  'organizations/:organizationId/members': {
    read: 'organization.read',
    send: {
      invite: 'members.manage',
      'change-role': 'members.manage',
      remove: 'members.manage',
      withdraw: 'members.manage',
      '': 'members.manage',
      leave: 'membership.leave',
    },
  },
  'organizations/:organizationId/profile': { read: 'organization.read', send: { '': 'organization.edit' } },
  'organizations/:organizationId/log': { read: 'log.read' },
  'organizations/:organizationId/records': { read: 'records.export' },
  'organizations/:organizationId/progress': { read: 'results.read' },
  'organizations/:organizationId/assessments/new': {
    read: 'assessment.start',
    send: { '': 'assessment.start' },
  },
  'assessments/:assessmentId': { read: 'assessment.read' },
  'assessments/:assessmentId/people': { read: 'assessment.assign', send: { '': 'assessment.assign' } },
  'assessments/:assessmentId/domains/:domainId': {
    read: 'assessment.read',
    send: { '': 'assessment.answer' },
  },
  'assessments/:assessmentId/responses': { read: 'assessment.read', send: { '': 'assessment.answer' } },
  'assessments/:assessmentId/events': { read: 'assessment.read' },
  'assessments/:assessmentId/items/:itemId/history': { read: 'assessment.read' },
  'assessments/:assessmentId/items/:itemId/redact': { read: 'text.redact', send: { '': 'text.redact' } },
  'assessments/:assessmentId/review': { read: 'assessment.read', send: { '': 'assessment.submit' } },
  'assessments/:assessmentId/reopen': { read: 'assessment.reopen', send: { '': 'assessment.reopen' } },
  'assessments/:assessmentId/print': { read: 'assessment.read' },
  'assessments/:assessmentId/results': { read: 'results.read' },
  'assessments/:assessmentId/copies/:number': { read: 'results.read' },
  questionnaires: open,
  'questionnaires/:slug/:version': open,
  'questionnaires/:slug/:version/print': open,
  administration: {
    read: 'installation.administer',
    send: {
      decide: 'installation.administer',
      find: 'installation.administer',
      '': 'installation.administer',
    },
  },
  // The tests don't run in the demo or in development, where alone there is an outbox.
  outbox: { read: null },
}

const screens = new Map(routes.map(({ path, file }) => [path ?? '', file]))
const modules = import.meta.glob<Screen>('/app/routes/*/route.{ts,tsx}')

async function screenAt(path: string): Promise<Screen> {
  const load = modules[`/app/${screens.get(path) ?? ''}`]
  if (!load) throw new Error(`no screen answers /${path}`)
  return load()
}

const roles = [
  'nobody',
  'stranger',
  'outsider',
  'administrator',
  'viewer',
  'contributor',
  'coordinator',
] as const
type Role = (typeof roles)[number]

/** An agency with a final assessment and an open one, and somebody in each role. */
interface World {
  agency: Agency
  params: Params
  people: Record<Role, string | null>
}

async function makeWorld(): Promise<World> {
  const agency = await agencyWithTeam()
  const { coordinator, contributor, viewer, outsider, agencyId, program } = agency
  const stranger = await addPerson(program)
  const administrator = await addPerson(program, { administrator: true })
  const assessmentId = await finishOne(agency, '2026-06-01')
  await startOne(agency, '2026-11-01')
  const params = {
    organizationId: agencyId,
    assessmentId,
    domainId: 'training',
    itemId: 'training.basic',
    number: '1',
    slug: 'sample',
    version: '1.0.0',
    secret: 'a-secret-that-nobody-was-given',
    token: 'a-token-that-nobody-was-given',
  }
  const people = { nobody: null, stranger, outsider, administrator, viewer, contributor, coordinator }
  return { agency, params, people }
}

type Outcome = 'allowed' | 'refused' | 'to sign in'

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

/** Opens a path as somebody in this role, or sends fields to it. */
async function asked(
  world: World,
  path: string,
  role: Role,
  fields?: Record<string, string>,
): Promise<Outcome> {
  const { agency, params, people } = world
  const { loader, action } = await screenAt(path)
  const context = await contextFor(agency.program, people[role])
  const hangUp = new AbortController()
  const headers = { cookie: context.cookie }
  const sent = fields ? { method: 'POST', body: new URLSearchParams(fields) } : { signal: hangUp.signal }
  const request = new Request(addressOf(path, params), { headers, ...sent })
  try {
    return await outcomeOf(() => (fields ? action : loader)?.({ request, context, params }))
  } finally {
    hangUp.abort()
  }
}

/** What `can` says of the person in this role. */
async function expected({ agency, people }: World, action: Action | null, role: Role): Promise<Outcome> {
  if (action === null) return 'refused'
  const { actor } = await (await contextFor(agency.program, people[role])).visitor()
  const { agencyId } = agency
  const subject = { agencyId, organizationId: agencyId } as Actions[typeof action]
  if (can(actor, action, subject)) return 'allowed'
  return actor ? 'refused' : 'to sign in'
}

/** The outcome for every role, and what it should be. */
async function forEveryRole(path: string, action: Action | null, fields?: Record<string, string>) {
  const world = await makeWorld()
  const outcomes: Partial<Record<Role, Outcome>> = {}
  const rightly: Partial<Record<Role, Outcome>> = {}
  for (const role of roles) {
    rightly[role] = await expected(world, action, role)
    outcomes[role] = await asked(world, path, role, fields)
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
    expect(await asked(world, path, 'coordinator')).toBe(outcome)
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
