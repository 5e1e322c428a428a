import { describe, expect, it, vi } from 'vitest'
import { apiRoot, operations } from '#app/api/operations.ts'
import * as organization from '#app/api/organization.server.ts'
import { looksLikeToken, newToken } from '#app/api/token-text.server.ts'
import { listTokens, revokeToken } from '#db/queries/api-tokens.server.ts'
import { apiWorld, ask, noon, tokenOf } from '#tests/support/api-world.ts'
import { addMember, cookieFor } from '#tests/support/program.ts'

vi.mock('#app/api/organization.server.ts', { spy: true })

const own = `${apiRoot}/organization`
const challenge = 'Bearer realm="pmhc"'

describe('a token', () => {
  it('can be told from other secrets, and no two are the same', () => {
    const [one, other] = [newToken(), newToken()]
    expect(one).toMatch(/^pmhc_[0-9a-f]{64}$/)
    expect(one).not.toBe(other)
    expect([one, `${one}0`, ` ${one}`, one.toUpperCase(), ''].map(looksLikeToken)).toEqual([
      ...[true, false, false, false, false],
    ])
  })

  it.each(['Bearer', 'bearer', 'BEARER  '])('is taken after “%s”', async (scheme) => {
    const { program, office } = await apiWorld()
    const headers = { authorization: `${scheme} ${office}` }
    expect((await ask(program, own, { headers })).status).toBe(200)
  })

  it.each([
    ['another scheme', (token: string) => `Basic ${token}`],
    ['no scheme', (token: string) => token],
    ['something after it', (token: string) => `Bearer ${token} x`],
    [
      'one letter changed',
      (token: string) => `Bearer ${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`,
    ],
    ['nothing', () => 'Bearer'],
    ['a very long one', () => `Bearer ${'a'.repeat(50_000)}`],
  ])('is refused with %s, with what to do', async (_what, header) => {
    const { program, office } = await apiWorld()
    const answer = await ask(program, own, { headers: { authorization: header(office) } })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      `${challenge}, error="invalid_token"`,
    ])
    expect(await answer.json()).toMatchObject({ status: 401, title: 'Unauthorized' })
  })

  it('is asked for where there is none, on every path that takes one, whoever is signed in', async () => {
    const { program } = await apiWorld()
    const person = await addMember(program, 'notes', 'coordinator')
    const cookie = await cookieFor(program, person)
    for (const { path } of operations.filter(({ token }) => token !== null)) {
      const filled = path.replace('{agencyId}', 'notes').replace('{assessmentId}', 'notes-1')
      const answer = await ask(program, `${apiRoot}${filled}`, { headers: { cookie } })
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, challenge])
    }
  })

  it('in the address counts for nothing', async () => {
    const { program, office } = await apiWorld()
    expect((await ask(program, `${own}?access_token=${office}`)).status).toBe(401)
  })

  it('ends at the next request once it is revoked', async () => {
    const { program, office } = await apiWorld()
    const { database } = program
    expect((await ask(program, own, { token: office })).status).toBe(200)
    const [listed] = await listTokens(database, 'state-office')
    expect(listed?.lastUsedAt).toEqual(noon)
    const which = { organizationId: 'state-office', tokenId: listed?.id ?? '', by: 'ann', at: noon }
    await revokeToken(database, which)
    for (const path of ['organization', 'agencies', 'assessments/notes-1']) {
      expect((await ask(program, `${apiRoot}/${path}`, { token: office })).status).toBe(401)
    }
  })

  it('ends on its day', async () => {
    const { program } = await apiWorld()
    const token = await tokenOf(program, 'notes', { days: 30 })
    const after = (days: number) => program.setNow(new Date(noon.getTime() + days * 86_400_000))
    after(29.9)
    expect((await ask(program, own, { token })).status).toBe(200)
    after(30)
    expect((await ask(program, own, { token })).status).toBe(401)
  })

  it('is kept as a hash alone', async () => {
    const { program, office } = await apiWorld()
    const { orm, tables } = program.database
    expect(JSON.stringify(await orm.select().from(tables.apiTokens))).not.toContain(office.slice(5))
  })
})

describe('too many requests', () => {
  it('of a token are refused until the next minute, and another token goes on', async () => {
    const { program, office } = await apiWorld()
    for (let request = 0; request < 600; request++) {
      expect((await ask(program, own, { token: office })).status).toBe(200)
    }
    program.setNow(new Date(noon.getTime() + 18_000))
    const answer = await ask(program, own, { token: office })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '42'])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect((await ask(program, own, { token: await tokenOf(program, 'notes') })).status).toBe(200)
    program.setNow(new Date(noon.getTime() + 60_000))
    expect((await ask(program, own, { token: office })).status).toBe(200)
  })

  it('with tokens that don’t work are refused by address, and whoever has one that works goes on', async () => {
    const { program, office } = await apiWorld()
    const statuses = []
    for (let request = 0; request < 61; request++) {
      statuses.push((await ask(program, own, { token: newToken() })).status)
    }
    expect([new Set(statuses.slice(0, 60)), statuses[60]]).toEqual([new Set([401]), 429])
    expect((await ask(program, own, { token: office })).status).toBe(200)
    expect((await ask(program, own, { address: '198.51.100.1' })).status).toBe(401)
  })
})

describe('what goes wrong here', () => {
  it('is said without any detail', async () => {
    const { program, office } = await apiWorld()
    vi.mocked(organization.organizationAnswer).mockImplementationOnce(() => {
      throw new Error('no such table: secrets')
    })
    const answer = await ask(program, own, { token: office })
    const body = await answer.text()
    expect(answer.status).toBe(500)
    expect(JSON.parse(body)).toMatchObject({ status: 500, type: 'about:blank' })
    expect(body).not.toContain('secrets')
  })
})

describe('what anyone may read', () => {
  const questionnaire = `${apiRoot}/questionnaires/sample/1.2.0`

  it('is not sent again to who has it', async () => {
    const { program } = await apiWorld()
    const first = await ask(program, questionnaire)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/)
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const again = await ask(program, questionnaire, { headers: { 'if-none-match': known } })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    }
    expect((await ask(program, questionnaire, { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
  })

  it('is kept by no cache, but for questionnaires', async () => {
    const { program, office } = await apiWorld()
    for (const path of ['', '/organization', '/agencies', '/assessments/notes-1', '/nothing']) {
      const answer = await ask(program, `${apiRoot}${path}`, { token: office })
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })

  it.each([
    '/questionnaires/sample/9.9.9',
    '/questionnaires/none/1.2.0',
    '/nothing',
    '/agencies/x/y/z',
    '/../v2',
  ])('has nothing at %s, and says so as the rest of the API', async (path) => {
    const { program } = await apiWorld()
    const answer = await ask(program, `${apiRoot}${path}`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })
})
