import { expect, test } from 'vitest'
import { loader as print } from '#app/routes/assessment-print/route.tsx'
import { loader as blank } from '#app/routes/questionnaire-print/route.tsx'
import { loader as read } from '#app/routes/questionnaire/route.tsx'
import { loader as list } from '#app/routes/questionnaires/route.tsx'
import { withdrawVersion } from '#db/queries/questionnaire-versions.server.ts'
import { agencyWithTeam, answer, startOne, twoDomains } from '#tests/support/agency.ts'
import { get, responseOf } from '#tests/support/requests.ts'

const draft = twoDomains({ version: '2.0.0', draft: true, title: 'A sample to come' })

test('anyone lists questionnaires, each version with why nothing new can be started with it', async () => {
  const agency = await agencyWithTeam([twoDomains(), twoDomains({ version: '1.1.0' }), draft])
  await startOne({ ...agency, program: { ...agency.program } })
  const known = agency.program.catalog.find('sample', '1.1.0')
  if (known) await withdrawVersion(agency.program.database, known, new Date())
  const { questionnaires } = await list(get(await agency.as(null), '/questionnaires'))
  expect(questionnaires).toMatchObject([
    {
      title: 'A sample',
      domains: 2,
      items: 5,
      versions: [
        { version: '2.0.0', state: 'Draft', since: null },
        { version: '1.1.0', state: 'Withdrawn' },
        { version: '1.0.0', state: null },
      ],
    },
  ])
})

test('anyone previews a draft, on the page and for paper', async () => {
  const agency = await agencyWithTeam([twoDomains(), draft])
  const args = get(await agency.as(null), '/', { slug: 'sample', version: '2.0.0' })
  expect(await read(args)).toMatchObject({ state: 'Draft', questionnaire: { title: 'A sample to come' } })
  expect((await blank(args)).questionnaire.domains).toHaveLength(2)
})

test.each([{ slug: 'sample', version: '9.9.9' }, { slug: 'other', version: '1.0.0' }, {}])(
  'a version that there isn’t is not found: %j',
  async (params) => {
    const agency = await agencyWithTeam()
    const args = get(await agency.as(null), '/', params)
    expect((await responseOf(read(args))).status).toBe(404)
    expect((await responseOf(blank(args))).status).toBe(404)
  },
)

test('the filled print has every item with its answer, hidden ones apart', async () => {
  const hiding = twoDomains()
  const [leadership] = hiding.domains
  const second = leadership?.items[1]
  if (second) second.shownWhen = { all: [{ item: 'leadership.workgroup', atLeast: 3 }] }
  const agency = await agencyWithTeam([hiding])
  const id = await startOne(agency)
  const given = { value: 2, note: 'As minuted', evidence: ['https://example.org/minutes'] }
  await answer(agency, id, { 'leadership.workgroup': given })
  const printed = await print(get(await agency.as('viewer'), '/', { assessmentId: id }))
  expect(printed.facts[0]).toBe('Larkmoor Police Department · as of November 1, 2026 · version 1.0.0')
  expect(printed.facts[1]).toContain('not final')
  expect(printed.responses).toEqual({
    'leadership.workgroup': given,
    'leadership.coordinator': null,
    'leadership.officers': {},
    'training.basic': {},
    'training.refresher': {},
  })
  const outside = get(await agency.as('outsider'), '/', { assessmentId: id })
  expect((await responseOf(print(outside))).status).toBe(404)
})
