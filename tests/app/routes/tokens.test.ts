import { describe, expect, it } from 'vitest'
import { action, loader } from '#app/routes/tokens/route.tsx'
import { agencyWithTeam } from '#tests/support/agency.ts'
import { ask } from '#tests/support/api-world.ts'
import { addOrganization, contextFor } from '#tests/support/program.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import { faultsIn } from '#tests/support/visiting.ts'

async function world() {
  const agency = await agencyWithTeam()
  const { program, agencyId } = agency
  const params = { organizationId: agencyId }
  const path = `/organizations/${agencyId}/tokens`
  const coordinator = await agency.as('coordinator')
  const load = async () => loader(get(coordinator, path, params))
  const send = (fields: Record<string, string>) => action(post(coordinator, path, fields, params))
  const make = async (name: string, days = '30') => {
    const answer = await send({ intent: 'make', name, days })
    if (!('made' in answer.data)) throw new Error('no token was made')
    return answer.data.made.token
  }
  const opens = async (token: string) => (await ask(program, '/api/v1/organization', { token })).status
  return { ...{ agency, program, agencyId, path, params, coordinator }, load, send, make, opens }
}

const faults = (answer: { data: object }) =>
  faultsIn({ status: 0, location: '', headers: new Headers(), ...answer })

describe('the screen of tokens', () => {
  it('shows a token once, and lists it without', async () => {
    const { load, make, opens } = await world()
    expect((await load()).tokens).toEqual([])
    const token = await make('County dashboard', '365')
    expect(await opens(token)).toBe(200)
    const page = await load()
    expect(page.tokens).toEqual([
      {
        ...{ id: expect.any(String) as string, name: 'County dashboard', madeBy: 'Cory Coordinator' },
        ...{ made: 'November 23, 2026', expires: 'November 23, 2027', expired: false },
        lastUsed: 'November 23, 2026, 12:00 PM',
      },
    ])
    expect(JSON.stringify(page)).not.toContain(token.slice(5))
  })

  it('makes a token useless', async () => {
    const { load, make, send, opens } = await world()
    const token = await make('One')
    const other = await make('Another')
    const tokenId = (await load()).tokens.find(({ name }) => name === 'One')?.id ?? ''
    const answer = await responseOf(send({ intent: 'revoke', tokenId }))
    expect(answer.headers.get('location')).toMatch(/tokens\?done=token-revoked$/)
    expect([await opens(token), await opens(other)]).toEqual([401, 200])
    expect((await load()).tokens.map(({ name }) => name)).toEqual(['Another'])
    expect(await send({ intent: 'revoke', tokenId })).toMatchObject({
      ...{ data: { faults: ['That token was revoked meanwhile.'] }, init: { status: 409 } },
    })
  })

  it.each([
    ['without a name', { name: ' ', days: '30' }, 'name'],
    ['with two lines', { name: 'a\nb', days: '30' }, 'name'],
    ['with a long name', { name: 'a'.repeat(61), days: '30' }, 'name'],
    ['with a name that turns around', { name: 'a\u202Eb', days: '30' }, 'name'],
    ['for ever', { name: 'A', days: '3650' }, 'days'],
  ])('makes none %s, and says why', async (_what, fields, field) => {
    const { load, send } = await world()
    const answer = await send({ intent: 'make', ...fields })
    expect(answer.init?.status).toBe(400)
    expect(Object.keys(faults(answer))).toEqual([field])
    expect((await load()).tokens).toEqual([])
  })

  it('makes no more than twenty that work', async () => {
    const { make, send, load, program } = await world()
    for (let number = 1; number <= 20; number++) await make(`Token ${number}`)
    const answer = await send({ intent: 'make', name: 'One too many', days: '30' })
    expect(answer.init?.status).toBe(409)
    expect(faults(answer)['']?.[0]).toContain('has 20 tokens that work')
    program.setNow(new Date('2026-12-23T17:00:00Z'))
    await expect(make('After they expired').catch(() => 'none')).resolves.toMatch(/^pmhc_/)
    expect((await load()).tokens).toHaveLength(21)
  })

  it('revokes nothing of another organization', async () => {
    const { load, make, opens, agency, path, params } = await world()
    const token = await make('One')
    const tokenId = (await load()).tokens[0]?.id ?? ''
    const outsider = await agency.as('outsider')
    const fields = { intent: 'revoke', tokenId }
    expect((await responseOf(action(post(outsider, path, fields, params)))).status).toBe(404)
    const { id, coordinator } = await addOrganization(agency.program, { kind: 'program' })
    const context = await contextFor(agency.program, coordinator)
    const answer = await action(post(context, path, fields, { organizationId: id }))
    expect(answer.init?.status).toBe(409)
    expect(await opens(token)).toBe(200)
  })

  it('is not there for a partner, for whom the API has nothing', async () => {
    const { program, path } = await world()
    const { id, coordinator } = await addOrganization(program, { kind: 'partner' })
    const args = get(await contextFor(program, coordinator), path, { organizationId: id })
    expect((await responseOf(loader(args))).status).toBe(404)
  })
})
