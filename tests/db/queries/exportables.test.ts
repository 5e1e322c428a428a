import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Exportable } from '#assessments/exporting/exportable.ts'
import { chooseAgencies, sizeOfFollowed, sizeOfOwn } from '#db/queries/export-size.server.ts'
import { findExportable, followedExportables, ownExportables } from '#db/queries/exportables.server.ts'
import { minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { everyAnswer } from '#tests/support/exportables.ts'
import {
  addEnrolled,
  addFinal,
  addNamed,
  addSomebody,
  everyKindCatalog as catalog,
} from '#tests/support/shared-builders.ts'

const at = minute(0)
const portfolio = {
  programId: 'program',
  slug: 'sample',
  due: { 6: '2026-01-01', 12: '2025-06-01' },
  late: { 6: '2025-11-01', 12: '2025-04-01' },
}

async function all(exportables: AsyncIterable<Exportable>): Promise<Exportable[]> {
  const found = []
  for await (const exportable of exportables) found.push(exportable)
  return found
}

describeEngines('what an export holds', (engine) => {
  /** A program with an agency for each step of sharing, one that shares notes, and one that ended it. */
  const world = async () => {
    const { database } = engine
    const by = await addSomebody(database, 'ann', at)
    await addNamed(database, { id: 'program', by, at, kind: 'program' })
    const enrolled = { by, at }
    await addEnrolled(database, 'program', { id: 'profile', shares: 'profile', ...enrolled })
    await addEnrolled(database, 'program', { id: 'scores', shares: 'scores', name: 'Zeal', ...enrolled })
    await addEnrolled(database, 'program', { id: 'answers', shares: 'answers', state: 'TX', ...enrolled })
    await addEnrolled(database, 'program', { id: 'notes', shares: 'answers', notes: true, ...enrolled })
    await addEnrolled(database, 'program', { id: 'ended', shares: 'answers', notes: true, ...enrolled })
    const { enrollments } = database.tables
    await database.orm.update(enrollments).set({ status: 'ended' }).where(eq(enrollments.agencyId, 'ended'))
    for (const agencyId of ['profile', 'scores', 'answers', 'notes', 'ended']) {
      await addFinal(database, { id: `${agencyId}-1`, agencyId, by, at: minute(1) })
    }
    const ids = () => chooseAgencies(database, portfolio, {})
    return { source: { database, catalog }, by, database, ids }
  }

  it('is no more of each agency than it shares, and nothing of one that shares its profile alone', async () => {
    const { source, ids } = await world()
    const agencies = await ids()
    expect(agencies).toEqual(['answers', 'notes', 'scores'])
    const found = await all(followedExportables(source, 'program', [...agencies, 'profile', 'ended', 'none']))
    expect(found.map(({ agency, shared }) => [agency.id, shared.responses !== null])).toEqual([
      ['answers', true],
      ['notes', true],
      ['scores', false],
    ])
    const [answers, notes] = found
    expect(JSON.stringify(answers)).not.toContain('second line')
    expect(notes?.shared.responses?.agency['leadership.workgroup']).toEqual(
      everyAnswer['leadership.workgroup'],
    )
    expect(found.every(({ shared }) => shared.responses?.partner == null)).toBe(true)
  })

  it('holds the partner’s answers only where that partner consents', async () => {
    const { source, database, by } = await world()
    const { partnerships, partnerConsents } = database.tables
    await addNamed(database, { id: 'care', by, at, kind: 'partner' })
    const proposed = { proposedAs: 'agency', proposedAt: at, proposedBy: by } as const
    const rated = { id: 'p', agencyId: 'notes', partnerId: 'care', status: 'active', ...proposed } as const
    await database.orm.insert(partnerships).values(rated)
    const sides = { agency: everyAnswer, partner: everyAnswer, agreed: everyAnswer, partnershipId: 'p' }
    await addFinal(database, { id: 'both', agencyId: 'notes', by, at: minute(2), ...sides })
    const partners = async () =>
      (await all(followedExportables(source, 'program', ['notes']))).map(
        ({ shared }) => shared.responses?.partner,
      )
    expect(await partners()).toEqual([null, null])
    const given = { partnershipId: 'p', programId: 'program', givenAt: at, givenBy: by }
    await database.orm.insert(partnerConsents).values(given)
    expect(await partners()).toEqual([null, everyAnswer])
    await database.orm.update(partnerConsents).set({ withdrawnAt: at })
    expect(await partners()).toEqual([null, null])
  })

  it('is the latest copy of each round, the oldest round first, and none that came after it was begun', async () => {
    const { source, database, by } = await world()
    const agencyId = 'notes'
    await addFinal(database, { id: 'older', agencyId, by, at: minute(2), asOf: '2025-01-01' })
    await addFinal(database, { id: 'notes-1', agencyId, by, at: minute(5), number: 2 })
    await addFinal(database, { id: 'newest', agencyId, by, at: minute(6), asOf: '2026-09-01' })
    const copies = (found: Exportable[]) => found.map(({ shared, copy }) => `${shared.assessment} ${copy}`)
    expect(copies(await all(ownExportables(source, agencyId)))).toEqual(['older 1', 'notes-1 2', 'newest 1'])
    const limits = { knownBy: minute(4) }
    expect(copies(await all(ownExportables(source, agencyId, limits)))).toEqual(['older 1', 'notes-1 1'])
    expect(await sizeOfOwn(source, agencyId)).toMatchObject({ assessments: 3 })
    expect(await sizeOfOwn(source, agencyId, limits)).toMatchObject({ assessments: 2 })
    expect(await all(ownExportables(source, agencyId, { slug: 'another' }))).toEqual([])
  })

  it('is one assessment, as its own people have it', async () => {
    const { source } = await world()
    const found = await findExportable(source, 'profile-1')
    expect(found?.shared.responses?.agency).toEqual(everyAnswer)
    expect(found?.agency).toMatchObject({ name: 'Agency profile', state: 'OH', sizeBand: '10-24' })
    expect(await findExportable(source, 'none')).toBeNull()
    const scores = { step: 'scores', notes: true, partner: true } as const
    expect((await findExportable(source, 'profile-1', scores))?.shared.responses).toBeNull()
  })

  it('is counted before it is read', async () => {
    const { source, ids, database } = await world()
    expect(await sizeOfFollowed(source, 'program', [...(await ids()), 'profile', 'ended'])).toEqual({
      assessments: 3,
      // Two domains and all, three times; of two agencies two answered level items each.
      ...{ scoreRows: 9, responseRowsAtLeast: 4 },
    })
    expect(await chooseAgencies(database, portfolio, { state: 'TX' })).toEqual(['answers'])
    expect(await chooseAgencies(database, { ...portfolio, programId: 'another' }, {})).toEqual([])
  })

  it('is not read of an agency that stops sharing while others are read', async () => {
    const { source, database, ids, by } = await world()
    for (let number = 0; number < 30; number++) {
      const id = `more-${String(number).padStart(2, '0')}`
      await addEnrolled(database, 'program', { id, shares: 'answers', by, at })
      await addFinal(database, { id: `${id}-1`, agencyId: id, by, at: minute(1) })
    }
    const reading = followedExportables(source, 'program', await ids())
    const first = await reading.next()
    const { enrollments } = database.tables
    await database.orm
      .update(enrollments)
      .set({ shares: 'scores' })
      .where(eq(enrollments.agencyId, 'more-29'))
    const rest = await all(reading)
    expect(first.done).toBe(false)
    expect(rest).toHaveLength(32)
    const last = rest.find(({ agency }) => agency.id === 'more-29')
    expect(last?.shared.responses).toBeNull()
  })
})
