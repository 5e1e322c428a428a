import { matchRoutes } from '@remix-run/react'
import type { Responses } from '#assessments/response.ts'
import { hashOf } from '#app/accounts/link-secret.server.ts'
import { newToken } from '#app/api/token-text.server.ts'
import routes from '#app/routes.ts'
import { makeToken } from '#db/queries/api-tokens.server.ts'
import { everyAnswer, everyKind } from './exportables.ts'
import { contextWith, testProgram, type TestProgram } from './program.ts'
import { addEnrolled, addFinal, addNamed, addSomebody } from './shared-builders.ts'

const modules = import.meta.glob<{ loader?: (args: unknown) => Promise<unknown> }>(
  '/app/routes/*/route.{ts,tsx}',
)
const branches = routes.map(({ path, file }) => ({ path: path ?? '', id: file }))

export const noon = new Date('2026-11-23T17:00:00Z')

interface Asking {
  token?: string
  headers?: Record<string, string>
  address?: string
}

/** What the API answers to a GET, by the loader that its address leads to. */
export async function ask(program: TestProgram, path: string, asking: Asking = {}): Promise<Response> {
  const { token, headers = {}, address = '203.0.113.7' } = asking
  const bearer = token === undefined ? undefined : { authorization: `Bearer ${token}` }
  const request = new Request(new URL(path, 'http://localhost:3000'), { headers: { ...bearer, ...headers } })
  const [match] = matchRoutes(branches, new URL(request.url).pathname) ?? []
  const screen = await modules[`/app/${match?.route.id ?? ''}`]?.()
  const context = { ...contextWith(program, headers['cookie'] ?? ''), clientAddress: address }
  const answer = await screen?.loader?.({ request, params: match?.params ?? {}, context })
  if (!(answer instanceof Response)) throw new Error(`${path} is not answered by the API`)
  return answer
}

/** A token of an organization that works for so many days. */
export async function tokenOf(
  { database, now }: TestProgram,
  organizationId: string,
  { by = 'ann', days = 30, name = 'A dashboard' } = {},
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now().getTime() + days * 86_400_000)
  await makeToken(database, { organizationId, name, tokenHash: hashOf(token), expiresAt, by, at: now() })
  return token
}

/** What only one kind of sharing lets out. */
export const telltales = {
  chosen: '-12.5',
  typed: 'telltale-typed-by-the-agency',
  partnerChosen: '777.25',
  partnerTyped: 'telltale-typed-by-the-partner',
}

const answersWith = (number: number, text: string): Responses => ({
  ...everyAnswer,
  'leadership.coordinator': { value: 1, note: text },
  'practice.training': { notApplicable: text },
  'practice.number': { value: number },
  'practice.text': { value: text },
})

/** By agency: what it shares with the program. */
export const agencies = {
  profile: { shares: 'profile', notes: false },
  scores: { shares: 'scores', notes: false },
  answers: { shares: 'answers', notes: false },
  notes: { shares: 'answers', notes: true },
  consented: { shares: 'answers', notes: true },
} as const
export type SharingAgency = keyof typeof agencies

/**
 * A program with an agency for each way to share, each with a final assessment that a partner rated too; one agency
 * and one program beside.
 */
export async function apiWorld() {
  const program = await testProgram({ questionnaires: [everyKind], now: noon })
  const { database } = program
  const by = await addSomebody(database, 'ann', noon)
  const at = noon
  await addNamed(database, { id: 'state-office', kind: 'program', by, at })
  await addNamed(database, { id: 'other-office', kind: 'program', by, at })
  await addNamed(database, { id: 'partner', kind: 'partner', by, at })
  await addNamed(database, { id: 'elsewhere', by, at })
  await addFinal(database, { id: 'elsewhere-1', agencyId: 'elsewhere', by, at })
  for (const [id, sharing] of Object.entries(agencies)) await addSharingAgency(program, id, sharing)
  return { program, office: await tokenOf(program, 'state-office') }
}

async function addSharingAgency(
  { database }: TestProgram,
  id: string,
  sharing: (typeof agencies)[SharingAgency],
) {
  const { orm, tables } = database
  const [by, at] = ['ann', noon]
  await addEnrolled(database, 'state-office', { id, by, at, ...sharing })
  const partnershipId = `partnership-${id}`
  await orm.insert(tables.partnerships).values({
    ...{ id: partnershipId, agencyId: id, partnerId: 'partner', proposedAs: 'agency', status: 'active' },
    ...{ proposedAt: at, proposedBy: by },
  })
  if (id === 'consented') {
    await orm
      .insert(tables.partnerConsents)
      .values({ partnershipId, programId: 'state-office', givenAt: at, givenBy: by })
  }
  const agency = answersWith(-12.5, telltales.typed)
  const partner = answersWith(777.25, telltales.partnerTyped)
  await addFinal(database, {
    ...{ id: `${id}-1`, agencyId: id, by, at, partnershipId, agency, partner, agreed: agency },
  })
  await orm.update(tables.results).set({ latest: true })
}
