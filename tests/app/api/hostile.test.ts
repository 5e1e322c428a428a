import { expect, it } from 'vitest'
import { apiRoot } from '#app/api/operations.ts'
import { cursorOf } from '#app/api/page.server.ts'
import { apiWorld, ask, tokenOf } from '#tests/support/api-world.ts'

interface Problem {
  type: string
  title: string
  status: number
  detail: string
  errors?: { parameter: string; detail: string }[]
}

const hostile: [string, string][] = [
  ...['0', '-1', '201', '1.5', '1e2', ' 5', '５', '', 'x', '99999999999999999999'].map(
    (limit): [string, string] => [`limit=${encodeURIComponent(limit)}`, 'limit'],
  ),
  ...[
    'x',
    '%00',
    cursorOf(null),
    cursorOf(['a']),
    cursorOf({ id: 'a' }),
    cursorOf('a b'),
    'e'.repeat(9000),
  ].map((cursor): [string, string] => [`cursor=${cursor}`, 'cursor']),
  ['limit=5&limit=6', 'limit'],
  ['search=%00', 'search'],
  ['search=a%E2%80%AEb', 'search'],
  ['search=', 'search'],
  [`search=${'a'.repeat(101)}`, 'search'],
  ['county=%ED%A0%80%00', 'county'],
  ['state=oh', 'state'],
  ['state[]=OH', 'state[]'],
  ['type=__proto__', 'type'],
  ['standing=constructor', 'standing'],
  ['version=1', 'version'],
  ['questionnaire=no-such-one', 'questionnaire'],
  ['questionnaire=../../etc', 'questionnaire'],
  ['__proto__=1', '__proto__'],
  ['token=pmhc_1', 'token'],
  ['_data=root', '_data'],
]

it.each(hostile)('?%s is refused with the parameter’s name', async (query, parameter) => {
  const { program, office } = await apiWorld()
  const answer = await ask(program, `${apiRoot}/agencies?${query}`, { token: office })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = (await answer.json()) as Problem
  expect(problem).toMatchObject({ type: 'about:blank', status: 400 })
  expect(problem.errors?.map((error) => error.parameter)).toContain(parameter)
})

it.each(["'; drop table organizations; --", '%', '_', '\\', '"', '<script>'])(
  'search=%s is only text',
  async (text) => {
    const { program, office } = await apiWorld()
    const answer = await ask(program, `${apiRoot}/agencies?search=${encodeURIComponent(text)}`, {
      token: office,
    })
    expect([answer.status, await answer.json()]).toEqual([200, { data: [], next: null }])
  },
)

it('a cursor of another list is refused', async () => {
  const { program, office } = await apiWorld()
  const token = await tokenOf(program, 'notes')
  const cursor = cursorOf('notes')
  expect((await ask(program, `${apiRoot}/agencies?cursor=${cursor}`, { token: office })).status).toBe(200)
  expect((await ask(program, `${apiRoot}/assessments?cursor=${cursor}`, { token })).status).toBe(400)
})

it('a cursor moves within what the token opens and opens nothing more', async () => {
  const { program } = await apiWorld()
  const token = await tokenOf(program, 'elsewhere')
  const cursor = cursorOf([0, '0'])
  const bytes = await (await ask(program, `${apiRoot}/assessments?cursor=${cursor}`, { token })).text()
  expect(bytes).toContain('"assessment":"elsewhere-1"')
  expect(bytes).not.toContain('notes-1')
})

it.each(['%00', 'a b', "'", '%F0%9F%99%82', 'a'.repeat(500), '__proto__'])(
  'an id that can’t be one, %s, is not there',
  async (id) => {
    const { program, office } = await apiWorld()
    for (const path of [`agencies/${id}`, `assessments/${id}`, `agencies/${id}/assessments`]) {
      expect((await ask(program, `${apiRoot}/${path}`, { token: office })).status).toBe(404)
    }
  },
)
