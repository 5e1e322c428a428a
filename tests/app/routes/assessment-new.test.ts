import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import * as overview from '#app/routes/assessment-overview/route.tsx'
import { action, loader } from '#app/routes/assessment-new/route.tsx'
import { listAssessments, listContributors } from '#db/queries/assessments.server.ts'
import { withdrawVersion } from '#db/queries/questionnaire-versions.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { saveTogether } from '#db/queries/save-together.server.ts'
import { agencyWithTeam, startOne, twoDomains, type Agency } from '#tests/support/agency.ts'
import { addOrganization } from '#tests/support/program.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import { secondRound } from '#tests/support/second-version.ts'

vi.mock('#db/queries/save-together.server.ts', { spy: true })

const pathOf = ({ agencyId }: Agency) => `/organizations/${agencyId}/assessments/new`

async function open(agency: Agency, person: Parameters<Agency['as']>[0] = 'coordinator') {
  return loader(get(await agency.as(person), pathOf(agency), { organizationId: agency.agencyId }))
}

async function send(
  agency: Agency,
  fields: [string, string][],
  person: Parameters<Agency['as']>[0] = 'coordinator',
) {
  return action(post(await agency.as(person), pathOf(agency), fields, { organizationId: agency.agencyId }))
}

const valid = (agency: Agency): [string, string][] => [
  ['questionnaire', 'sample@1.0.0'],
  ['asOf', '2026-11-23'],
  ['contributor', agency.coordinator],
  ['contributor', agency.contributor],
]

const started = async ({ program, agencyId }: Agency) => listAssessments(program.database, agencyId)

test('a coordinator starts an assessment and comes to its overview', async () => {
  const agency = await agencyWithTeam()
  const response = await responseOf(send(agency, valid(agency)))
  const [assessment] = await started(agency)
  expect(response.headers.get('location')).toBe(`/assessments/${assessment?.id ?? ''}`)
  expect(assessment).toMatchObject({
    slug: 'sample',
    version: '1.0.0',
    asOf: '2026-11-23',
    stage: 'answering',
  })
  const contributors = await listContributors(agency.program.database, assessment?.id ?? '', 'agency')
  expect(contributors.map(({ personId }) => personId).sort()).toEqual(
    [agency.coordinator, agency.contributor].sort(),
  )
})

test('viewers are not among those who can be asked to contribute', async () => {
  const agency = await agencyWithTeam()
  const { people } = await open(agency)
  expect(people.map(({ personId }) => personId).sort()).toEqual(
    [agency.coordinator, agency.contributor].sort(),
  )
})

test.each([
  ['2026-11-24', 'cannot be in the future. Today is November 23, 2026.'],
  ['2999-01-01', 'day that exists'],
  ['2021-11-22', 'at most 5 years back: November 23, 2021 or later.'],
  ['1066-10-14', 'day that exists'],
  ['2026-02-30', 'day that exists'],
  ['yesterday', 'day that exists'],
  ['', 'Enter the day'],
])('an as-of date of %j is refused: "%s"', async (asOf, sentence) => {
  const agency = await agencyWithTeam()
  const fields = valid(agency).map(([name, value]): [string, string] => [
    name,
    name === 'asOf' ? asOf : value,
  ])
  const answer = await send(agency, fields)
  expect(answer).toMatchObject({ init: { status: 400 } })
  expect(JSON.stringify(answer)).toContain(sentence)
  expect(await started(agency)).toEqual([])
})

test('the first day that is allowed, and today where the agency is, are accepted', async () => {
  const agency = await agencyWithTeam()
  agency.program.setNow(new Date('2026-11-24T03:00:00Z'))
  expect((await open(agency)).bounds).toEqual({ first: '2021-11-23', last: '2026-11-23' })
  const fields = valid(agency).map(([name, value]): [string, string] => [
    name,
    name === 'asOf' ? '2021-11-23' : value,
  ])
  expect((await responseOf(send(agency, fields))).status).toBe(302)
})

test('a second open assessment of a questionnaire is refused, and the open one is named', async () => {
  const agency = await agencyWithTeam()
  const id = await startOne(agency)
  expect((await open(agency)).questionnaires).toMatchObject([{ open: { id, asOf: 'November 1, 2026' } }])
  const answer = await send(agency, valid(agency))
  expect(answer).toMatchObject({ init: { status: 409 } })
  expect(JSON.stringify(answer)).toContain('is open already')
  expect(await started(agency)).toHaveLength(1)
})

describe('what is on offer', () => {
  test('is the newest version that is no draft', async () => {
    const versions = [
      twoDomains(),
      twoDomains({ version: '1.1.0' }),
      twoDomains({ version: '2.0.0', draft: true }),
    ]
    const agency = await agencyWithTeam(versions)
    expect((await open(agency)).questionnaires).toMatchObject([{ version: '1.1.0' }])
    for (const name of ['sample@1.0.0', 'sample@2.0.0', 'other@1.0.0', '']) {
      const answer = await send(agency, [['questionnaire', name], ...valid(agency).slice(1)])
      expect(answer).toMatchObject({ init: { status: 400 } })
    }
    expect(await started(agency)).toEqual([])
  })

  test('is no version that was withdrawn', async () => {
    const agency = await agencyWithTeam([twoDomains()])
    await startOne(agency)
    const [known] = agency.program.catalog.versions
    if (known) await withdrawVersion(agency.program.database, known, new Date())
    expect((await open(agency)).questionnaires).toEqual([])
    expect(await send(agency, valid(agency))).toMatchObject({ init: { status: 400 } })
  })
})

test('nobody of another agency, no viewer and no unknown person can be made a contributor', async () => {
  const agency = await agencyWithTeam()
  for (const person of [agency.outsider, agency.viewer, 'nobody']) {
    const answer = await send(agency, [...valid(agency), ['contributor', person]])
    expect(answer).toMatchObject({ init: { status: 400 } })
  }
  expect(await started(agency)).toEqual([])
})

test('only a coordinator of the agency starts: others get a 404, visitors are sent to sign in', async () => {
  const agency = await agencyWithTeam()
  for (const person of ['contributor', 'viewer', 'outsider'] as const) {
    expect((await responseOf(open(agency, person))).status).toBe(404)
    expect((await responseOf(send(agency, valid(agency), person))).status).toBe(404)
  }
  expect((await responseOf(send(agency, valid(agency), null))).headers.get('location')).toMatch(/^\/sign-in/)
  expect(await started(agency)).toEqual([])
})

test('a partner organization starts no assessment', async () => {
  const agency = await agencyWithTeam()
  const partner = await addOrganization(agency.program, { kind: 'partner', name: 'Harbor Light' })
  const { id: organizationId } = partner
  agency.agencyId = organizationId
  agency.coordinator = partner.coordinator
  const context = { ...(await agency.as('coordinator')) }
  expect((await responseOf(loader(get(context, '/', { organizationId })))).status).toBe(404)
})

describe('where the agency has a last assessment', () => {
  /** The second version is on offer, the agency's last assessment was with the first, and none is open. */
  async function afterTheFirst() {
    const round = await secondRound()
    const { assessments } = round.program.database.tables
    const { sides, contributors, activities } = round.program.database.tables
    const { orm } = round.program.database
    const isNew = eq(assessments.id, round.assessmentId)
    await orm.delete(sides).where(eq(sides.assessmentId, round.assessmentId))
    await orm.delete(contributors).where(eq(contributors.assessmentId, round.assessmentId))
    await orm.delete(activities).where(eq(activities.assessmentId, round.assessmentId))
    await orm.delete(assessments).where(isNew)
    return round
  }
  const fields = (agency: Agency, carry?: string): [string, string][] => [
    ['questionnaire', 'sample@1.1.0'],
    ...valid(agency).slice(1),
    ...(carry === undefined ? [] : [['carry', carry] as [string, string]]),
  ]
  const answersOf = async (agency: Agency) => {
    const open = (await started(agency)).find(({ stage }) => stage === 'answering')
    const stored = await readResponses(agency.program.database, open?.id ?? '', 'agency')
    return { id: open?.id ?? '', stored }
  }

  test('the page says what changed since, in counts, with the way to read it', async () => {
    const { agency } = await afterTheFirst()
    const { questionnaires } = await open(agency)
    expect(questionnaires).toMatchObject([
      {
        version: '1.1.0',
        last: {
          month: 'November 2025',
          version: '1.0.0',
          count: 8,
          changes: { to: '/questionnaires/sample/1.1.0/changes?since=1.0.0' },
        },
      },
    ])
    expect(questionnaires[0]?.last?.changes?.words).toBe(
      '1 item reworded, 1 item changed, 1 item split, 2 items merged, 1 item new and 1 item retired',
    )
  })

  test('all its answers come along when that is chosen', async () => {
    const { agency } = await afterTheFirst()
    const response = await responseOf(send(agency, fields(agency, 'all')))
    const { id, stored } = await answersOf(agency)
    expect(response.headers.get('location')).toBe(`/assessments/${id}`)
    expect(stored.size).toBe(8)
    expect(stored.get('care.new-name')?.response.carried).toBeDefined()
  })

  test('whoever wants to choose comes to the page for it; none come where that is said, or nothing is', async () => {
    for (const carry of ['choose', 'none', undefined]) {
      const { agency } = await afterTheFirst()
      const response = await responseOf(send(agency, fields(agency, carry)))
      const { id, stored } = await answersOf(agency)
      const end = carry === 'choose' ? '/carry-forward' : ''
      expect(response.headers.get('location')).toBe(`/assessments/${id}${end}`)
      expect(stored.size).toBe(0)
    }
  })

  test('a made-up choice starts nothing', async () => {
    const { agency } = await afterTheFirst()
    expect(await send(agency, fields(agency, 'some'))).toMatchObject({ init: { status: 400 } })
    expect((await answersOf(agency)).id).toBe('')
  })

  test('where carrying fails it is started all the same, and the overview offers it', async () => {
    const { agency } = await afterTheFirst()
    vi.mocked(saveTogether).mockRejectedValueOnce(new Error('The disk is full.'))
    const response = await responseOf(send(agency, fields(agency, 'all')))
    const { id, stored } = await answersOf(agency)
    expect(response.headers.get('location')).toBe(`/assessments/${id}`)
    expect(stored.size).toBe(0)
    const page = await overview.loader(
      get(await agency.as('coordinator'), `/assessments/${id}`, { assessmentId: id }),
    )
    expect(page.next.to).toBe(`/assessments/${id}/carry-forward`)
  })
})
