import { expect, it } from 'vitest'
import { findAgencies, listAgenciesById, listFinalAssessments } from '#db/queries/api-pages.server.ts'
import { minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addEnrolled, addFinal, addNamed, addSomebody } from '#tests/support/shared-builders.ts'

const days = { 6: '2020-01-01', 12: '2020-01-01' }
const portfolio = { programId: 'office', slug: 'sample', due: days, late: days }

describeEngines('pages of the API', (engine) => {
  const office = async () => {
    const { database } = engine
    const by = await addSomebody(database, 'ann', minute(0))
    await addNamed(database, { id: 'office', kind: 'program', by, at: minute(0) })
    for (const id of ['c', 'a', 'b']) {
      await addEnrolled(database, 'office', { id, by, at: minute(0), shares: 'scores', name: `No. ${id}` })
    }
    return { database, by }
  }

  it('list a program’s agencies by id, after the one that is named', async () => {
    const { database } = await office()
    const ids = async (after: string | undefined, limit: number) =>
      (await listAgenciesById(database, portfolio, {}, { after, limit })).map(({ agencyId }) => agencyId)
    expect(await ids(undefined, 2)).toEqual(['a', 'b'])
    expect(await ids('b', 2)).toEqual(['c'])
    expect(await ids('c', 2)).toEqual([])
  })

  it('leave out agencies that the filter leaves out', async () => {
    const { database } = await office()
    const found = await listAgenciesById(database, portfolio, { search: 'NO. B' }, { limit: 9 })
    expect(found.map(({ name }) => name)).toEqual(['No. b'])
    expect(await findAgencies(database, portfolio, ['a', 'x'])).toHaveLength(1)
  })

  it('list an agency’s final assessments in the order they were started, each once, whatever its copies', async () => {
    const { database, by } = await office()
    const final = { agencyId: 'a', by }
    await addFinal(database, { ...final, id: 'second', at: minute(2), asOf: '2025-01-01' })
    await addFinal(database, { ...final, id: 'first', at: minute(1), asOf: '2026-01-01' })
    await addFinal(database, { ...final, id: 'first', at: minute(3), asOf: '2026-01-01', number: 2 })
    await addFinal(database, { ...final, id: 'third', at: minute(2), asOf: '2024-01-01' })
    await addFinal(database, { agencyId: 'b', by, id: 'another', at: minute(1) })
    const page = (after?: { startedAt: Date; id: string }) =>
      listFinalAssessments(database, 'a', { after, limit: 2 })
    const first = await page()
    expect(first.map(({ id }) => id)).toEqual(['first', 'second'])
    expect((await page(first[1])).map(({ id }) => id)).toEqual(['third'])
  })
})
