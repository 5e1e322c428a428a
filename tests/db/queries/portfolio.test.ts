import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { listPortfolio, countStandings, type Portfolio } from '#db/queries/portfolio.server.ts'
import { portfolioFacets } from '#db/queries/portfolio-facets.server.ts'
import { portfolioSnapshots } from '#db/queries/portfolio-snapshots.server.ts'
import { agenciesToRemind, claimReminder } from '#db/queries/reminders.server.ts'
import { deleteView, listSavedViews, saveView } from '#db/queries/saved-views.server.ts'
import { setTag, tagsOf } from '#db/queries/tags.server.ts'
import { addAssessment, addOrganization, addPerson, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { enroll } from '#tests/support/enrollment-builders.ts'
import { makeFinal } from '#tests/support/final-builders.ts'

const page = { order: 'name', descending: false, offset: 0, limit: 50 } as const
const days = (due: string, late: string) => ({ due: { 6: due, 12: due }, late: { 6: late, 12: late } })

/** Three agencies that share nothing, scores and answers; the last was never invited. */
async function someAgencies(database: Database) {
  const pat = await addPerson(database, 'Pat')
  const ann = await addPerson(database, 'Ann')
  const programId = await addOrganization(database, pat, { kind: 'program', name: 'State Office' })
  const add = async (name: string, county: string, state = 'OH') =>
    addOrganization(database, ann, { name, county, state })
  const agencies = {
    profile: await add('Birch Police', 'Adams'),
    scores: await add('Alder Police', 'Brown'),
    answers: await add('Cedar 100%_Police', 'Clark', 'KY'),
    stranger: await add('Dogwood Police', 'Adams'),
  }
  for (const step of ['profile', 'scores', 'answers'] as const) {
    const between = { programId, agencyId: agencies[step], by: { program: pat, agency: ann }, at: minute(5) }
    await enroll(database, between, step)
  }
  const portfolio: Portfolio = { programId, slug: 'sketch', ...days('2024-12-31', '2024-11-30') }
  return { pat, ann, programId, agencies, portfolio }
}

describeEngines('a portfolio', (engine) => {
  it('lists the agencies that are enrolled, by name, and no score of one that shares none', async () => {
    const { database } = engine
    const { ann, agencies, portfolio } = await someAgencies(database)
    for (const id of Object.values(agencies)) {
      await makeFinal(database, await addAssessment(database, id, ann), ann)
    }
    const rows = await listPortfolio(database, portfolio, {}, page)
    expect(rows.map(({ name, score, band, answered }) => [name, score, band, answered])).toEqual([
      ['Alder Police', 50, 'developing', 2],
      ['Birch Police', null, null, null],
      ['Cedar 100%_Police', 50, 'developing', 2],
    ])
  })

  it('is not narrowed or ordered by a score that is not shared', async () => {
    const { database } = engine
    const { ann, agencies, portfolio } = await someAgencies(database)
    await makeFinal(database, await addAssessment(database, agencies.profile, ann), ann)
    expect(await listPortfolio(database, portfolio, { band: 'developing' }, page)).toEqual([])
    const byScore = await listPortfolio(database, portfolio, {}, { ...page, order: 'score' })
    expect(byScore.map(({ name }) => name)).toEqual(['Alder Police', 'Birch Police', 'Cedar 100%_Police'])
  })

  it.each([
    [{ search: 'birch' }, ['Birch Police']],
    [{ search: 'ADAMS' }, ['Birch Police']],
    [{ search: '0%_' }, ['Cedar 100%_Police']],
    [{ search: '%' }, ['Cedar 100%_Police']],
    [{ state: 'KY' }, ['Cedar 100%_Police']],
    [{ state: 'OH', county: 'Brown' }, ['Alder Police']],
    [{ partner: 'with' as const }, []],
    [{ partner: 'without' as const, state: 'KY' }, ['Cedar 100%_Police']],
    [{ size: '1-9' as const }, []],
    [{ type: 'police' as const, state: 'KY' }, ['Cedar 100%_Police']],
  ])('is narrowed by %j', async (filter, names) => {
    const { database } = engine
    const { portfolio } = await someAgencies(database)
    const rows = await listPortfolio(database, portfolio, filter, page)
    expect(rows.map(({ name }) => name)).toEqual(names)
  })

  it('counts who stands where: started, final, due and late', async () => {
    const { database } = engine
    const { ann, agencies, portfolio } = await someAgencies(database)
    await addAssessment(database, agencies.profile, ann)
    await makeFinal(database, await addAssessment(database, agencies.scores, ann, '2025-02-01'), ann)
    const counts = async (due: string, late: string) =>
      Object.fromEntries(await countStandings(database, { ...portfolio, ...days(due, late) }, {}))
    expect(await counts('2024-12-31', '2024-11-30')).toEqual({ answering: 1, final: 1, 'not-started': 1 })
    expect(await counts('2025-02-01', '2025-01-01')).toEqual({ answering: 1, due: 1, 'not-started': 1 })
    expect(await counts('2025-03-01', '2025-02-01')).toEqual({ answering: 1, late: 1, 'not-started': 1 })
    const late = { ...portfolio, ...days('2025-03-01', '2025-02-01') }
    expect(await listPortfolio(database, late, { standing: 'late' }, page)).toHaveLength(1)
  })

  it('offers what there is to narrow it to', async () => {
    const { database } = engine
    const { portfolio } = await someAgencies(database)
    expect(await portfolioFacets(database, portfolio, 'OH')).toEqual({
      ...{ states: ['KY', 'OH'], counties: ['Adams', 'Brown'], versions: [], tags: [] },
    })
  })
})

describeEngines('what counted of a portfolio at two moments', (engine) => {
  it('is of agencies that share scores, by as-of date, and only what was known by then', async () => {
    const { database } = engine
    const { ann, agencies, portfolio } = await someAgencies(database)
    for (const [id, asOf] of [
      [agencies.profile, '2025-02-01'],
      [agencies.scores, '2024-02-01'],
      [agencies.scores, '2025-02-01'],
      [agencies.answers, '2025-02-01'],
    ] as const) {
      await makeFinal(database, await addAssessment(database, id, ann, asOf), ann)
    }
    const at = async (from: string, to: string, knownBy: Date) => {
      const seen = []
      for await (const one of portfolioSnapshots(database, portfolio, {}, { from, to, knownBy }))
        seen.push(one)
      return seen.map(({ before, now, sharesAnswers }) => [sharesAnswers, before !== null, now !== null])
    }
    expect(await at('2025-01-01', '2025-12-31', minute(60))).toEqual([
      [false, true, true],
      [true, false, true],
    ])
    // Made final at minute 30, known by nobody before; enrolled at minute 5.
    expect(await at('2025-01-01', '2025-12-31', minute(29))).toEqual([
      [false, false, false],
      [true, false, false],
    ])
    expect(await at('2024-01-01', '2024-12-31', minute(60))).toEqual([
      [false, false, true],
      [true, false, false],
    ])
    expect(await at('2025-01-01', '2025-12-31', minute(4))).toEqual([])
  })
})

describeEngines('tags, views and reminders of a program', (engine) => {
  it('tag only agencies that it follows, and move its figures', async () => {
    const { database } = engine
    const { programId, agencies, portfolio } = await someAgencies(database)
    const all = Object.values(agencies)
    await setTag(database, { programId, tag: 'Grant', agencyIds: all, on: true })
    expect([...(await tagsOf(database, programId, all)).keys()].sort()).toEqual(
      [agencies.profile, agencies.scores, agencies.answers].sort(),
    )
    expect(await listPortfolio(database, portfolio, { tag: 'Grant' }, page)).toHaveLength(3)
    await setTag(database, { programId, tag: 'Grant', agencyIds: [agencies.scores], on: false })
    expect(await listPortfolio(database, portfolio, { tag: 'Grant' }, page)).toHaveLength(2)
  })

  it('keep a view under its name, the latest one of that name', async () => {
    const { database } = engine
    const { pat, programId } = await someAgencies(database)
    const view = { programId, name: 'Mine', by: pat, at: minute(1) }
    await saveView(database, { ...view, query: 'state=OH' })
    await saveView(database, { ...view, query: 'state=KY' })
    const [kept, ...others] = await listSavedViews(database, programId)
    expect([kept?.query, others]).toEqual(['state=KY', []])
    await deleteView(database, 'another program', kept?.id ?? '')
    expect(await listSavedViews(database, programId)).toHaveLength(1)
    await deleteView(database, programId, kept?.id ?? '')
    expect(await listSavedViews(database, programId)).toEqual([])
  })

  it('remind an agency once in a week, whoever tries at once, and none that isn’t followed', async () => {
    const { database } = engine
    const { pat, programId, agencies, portfolio } = await someAgencies(database)
    const remind = (agencyId: string, at: Date) =>
      claimReminder(database, { programId, agencyId, by: pat, at })
    const tries = await Promise.all([1, 2, 3].map(() => remind(agencies.scores, minute(100))))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await remind(agencies.scores, minute(100 + 7 * 24 * 60 - 1))).toBe(false)
    expect(await remind(agencies.scores, minute(100 + 7 * 24 * 60))).toBe(true)
    expect(await remind(agencies.stranger, minute(100))).toBe(false)
    expect(await agenciesToRemind(database, portfolio, Object.values(agencies))).toHaveLength(3)
  })
})
