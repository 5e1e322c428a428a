import { describe, expect, test } from 'vitest'
import { loader } from '#app/routes/compare/route.tsx'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { startAssessment } from '#db/queries/assessments.server.ts'
import {
  agencyWithTeam,
  allAt,
  answer,
  finishOne,
  startOne,
  submitNow,
  twoDomains,
  type Agency,
} from '#tests/support/agency.ts'
import { domain, levelItem, questionnaire, responses } from '#tests/support/questionnaires.ts'
import { get, responseOf } from '#tests/support/requests.ts'

async function ask(agency: Agency, search = '', person: Parameters<Agency['as']>[0] = 'viewer') {
  const { agencyId: organizationId } = agency
  return loader(
    get(await agency.as(person), `/organizations/${organizationId}/compare${search}`, { organizationId }),
  )
}

async function open(agency: Agency, search = '') {
  const { data: page, init } = await ask(agency, search)
  return { ...page, http: init?.status }
}

const between = (from: string, to: string) => `?from=${from}&to=${to}`

/** An assessment under a version of one's choice, made final. */
async function finishUnder(
  agency: Agency,
  of: Questionnaire,
  asOf: string,
  given: Parameters<typeof responses>[0],
) {
  const { program, agencyId, coordinator } = agency
  const known = program.catalog.find(of.slug, of.version)
  if (!known) throw new Error('not in the catalog')
  const { slug, version } = known
  const asked = { agencyId, slug, version, asOf, startedBy: coordinator, contributors: [agency.contributor] }
  const started = await startAssessment(
    program.database,
    { ...asked, partnershipId: null },
    known,
    program.now(),
  )
  if (started.status !== 'started') throw new Error(started.status)
  await answer(agency, started.id, responses(given))
  const outcome = await submitNow(agency, started.id)
  if (outcome.status !== 'final') throw new Error(outcome.status)
  return started.id
}

async function threeRounds() {
  const agency = await agencyWithTeam()
  const ids = [
    await finishOne(agency, '2024-11-01', 1),
    await finishOne(agency, '2025-11-01', 2),
    await finishOne(agency, '2026-11-01', 4),
  ] as const
  return { agency, ids }
}

describe('a comparison of two rounds', () => {
  test('is of those that the address names, the older first whichever way round', async () => {
    const { agency, ids } = await threeRounds()
    for (const search of [between(ids[0], ids[2]), between(ids[2], ids[0])]) {
      const { view, chosen, http } = await open(agency, search)
      expect([http, chosen]).toEqual([200, { from: ids[0], to: ids[2] }])
      expect([view?.older.label, view?.newer.label]).toEqual(['November 2024', 'November 2026'])
      expect(view?.overall).toMatchObject({
        older: '0 (4 of 4 applicable items)',
        newer: '75 (4 of 4 applicable items)',
        change: '+75',
      })
    }
  })

  test('is of the latest and the one before it where none is named, and of neighbors where one is', async () => {
    const { agency, ids } = await threeRounds()
    const chosen = async (search: string) => (await open(agency, search)).chosen
    const lastTwo = { from: ids[1], to: ids[2] }
    expect(await chosen('')).toEqual(lastTwo)
    expect(await chosen('?from=&to=')).toEqual(lastTwo)
    expect(await chosen(`?to=${ids[1]}`)).toEqual({ from: ids[0], to: ids[1] })
    expect(await chosen(`?to=${ids[0]}`)).toEqual({ from: ids[0], to: ids[1] })
    expect(await chosen(`?from=${ids[0]}`)).toEqual({ from: ids[0], to: ids[2] })
    expect(await chosen(`?from=${ids[2]}`)).toEqual(lastTwo)
  })

  test('offers every final round, and none that is under way', async () => {
    const { agency, ids } = await threeRounds()
    const underWay = await startOne(agency, '2026-11-20')
    const { questionnaires } = await open(agency)
    expect(questionnaires).toEqual([
      {
        slug: 'sample',
        title: 'A sample',
        rounds: [
          { id: ids[2], label: 'November 2026, version 1.0.0, not co-reviewed' },
          { id: ids[1], label: 'November 2025, version 1.0.0, not co-reviewed' },
          { id: ids[0], label: 'November 2024, version 1.0.0, not co-reviewed' },
        ],
      },
    ])
    expect((await responseOf(ask(agency, between(ids[0], underWay)))).status).toBe(404)
  })

  test('of one round with itself is refused in words', async () => {
    const { agency, ids } = await threeRounds()
    expect(await open(agency, between(ids[1], ids[1]))).toMatchObject({
      http: 400,
      status: 'same',
      view: null,
    })
  })

  test('needs two rounds', async () => {
    const agency = await agencyWithTeam()
    expect(await open(agency)).toMatchObject({ http: 200, status: 'too-few', view: null })
    const id = await finishOne(agency, '2026-11-01')
    expect(await open(agency)).toMatchObject({ status: 'too-few' })
    expect(await open(agency, `?to=${id}`)).toMatchObject({ status: 'too-few' })
  })

  test('of different questionnaires is refused in words, and the rounds of each are offered apart', async () => {
    const other = twoDomains({ slug: 'another', title: 'Another' })
    const agency = await agencyWithTeam([twoDomains(), other])
    const given = { ...allAt(3) }
    const one = await finishUnder(agency, twoDomains(), '2025-11-01', given)
    const elsewhere = await finishUnder(agency, other, '2026-11-01', given)
    const page = await open(agency, between(one, elsewhere))
    expect(page).toMatchObject({ http: 400, status: 'different-questionnaires', view: null })
    expect(page.questionnaires.map(({ slug, rounds }) => [slug, rounds.map(({ id }) => id)])).toEqual([
      ['another', [elsewhere]],
      ['sample', [one]],
    ])
    expect(await open(agency)).toMatchObject({ status: 'too-few' })
  })

  test('across versions says what the newer one did', async () => {
    const first = questionnaire({
      domains: [
        domain(
          'care',
          ['care.a', 'care.b', 'care.c'].map((id) => levelItem(id)),
        ),
      ],
    })
    const second = questionnaire({
      version: '1.1.0',
      domains: [
        domain(
          'care',
          ['care.a', 'care.b', 'care.new'].map((id) => levelItem(id)),
        ),
      ],
      revises: {
        version: '1.0.0',
        same: ['care.a', 'care.b'],
        changes: [
          { change: 'retired', item: 'care.c', why: 'Nobody could say.' },
          { change: 'added', item: 'care.new', why: 'It was missing.' },
        ],
      },
    })
    const agency = await agencyWithTeam([first, second])
    await finishUnder(agency, first, '2025-11-01', { 'care.a': 3, 'care.b': 3, 'care.c': 1 })
    await finishUnder(agency, second, '2026-11-01', { 'care.a': 3, 'care.b': 4, 'care.new': 5 })
    const { view } = await open(agency)
    expect(view?.overall.change).toBe('+13')
    expect(view?.difference.overall).toMatchObject({ older: '33', newer: '75', difference: '+42' })
    expect(view?.items[0]?.items.flatMap(({ steps }) => steps.map(({ why }) => why))).toEqual([
      'It was missing.',
      'Nobody could say.',
    ])
  })
})

describe('what is none of the agency’s rounds', () => {
  test.each(['unknown', '../../etc', 'x'.repeat(1000), '%00'])('is not found: %s', async (id) => {
    const { agency, ids } = await threeRounds()
    expect((await responseOf(ask(agency, between(ids[0], id)))).status).toBe(404)
    expect((await responseOf(ask(agency, between(id, ids[0])))).status).toBe(404)
  })

  test('is not found where it is another agency’s', async () => {
    const { agency, ids } = await threeRounds()
    const { database } = agency.program
    const { assessments, members } = database.tables
    const [theirs] = (await database.orm.select().from(members)).filter(
      ({ personId }) => personId === agency.outsider,
    )
    const rows = await database.orm.select().from(assessments)
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const search = between(ids[0], ids[1])
    const organizationId = theirs?.organizationId ?? ''
    const context = await agency.as('outsider')
    const asked = loader(
      get(context, `/organizations/${organizationId}/compare${search}`, { organizationId }),
    )
    expect((await responseOf(asked)).status).toBe(404)
  })

  test('is not found by outsiders, and someone not signed in is asked to sign in', async () => {
    const { agency } = await threeRounds()
    expect((await responseOf(ask(agency, '', 'outsider'))).status).toBe(404)
    expect((await responseOf(ask(agency, '', null))).status).toBe(302)
  })
})
