import { expect, test } from 'vitest'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import { agencyWithTeam, answer, finishOne, submitNow, type Agency } from '#tests/support/agency.ts'

/** The overall changes that are kept, in words: "B1 since last A1: 25". */
async function kept({ program: { database } }: Agency, names: Record<string, string>): Promise<string[]> {
  const rows = await database.orm.select().from(database.tables.changes)
  const name = (id: string, number: number) => `${names[id] ?? '?'}${number}`
  return rows
    .filter(({ scope }) => scope === 'overall')
    .map(
      (row) =>
        `${name(row.assessmentId, row.number)} since ${row.since} ${name(row.sinceAssessmentId, row.sinceNumber)}: ${String(row.displayed)}`,
    )
    .sort()
}

test('finalizing keeps the change since the round before and since the first', async () => {
  const agency = await agencyWithTeam()
  const a = await finishOne(agency, '2024-06-01', 1)
  const b = await finishOne(agency, '2025-06-01', 2)
  const c = await finishOne(agency, '2026-06-01', 4)
  expect(await kept(agency, { [a]: 'A', [b]: 'B', [c]: 'C' })).toEqual([
    'B1 since first A1: 25',
    'B1 since last A1: 25',
    'C1 since first A1: 75',
    'C1 since last B1: 50',
  ])
})

test('a round that is entered later, but lies between two others, moves their changes', async () => {
  const agency = await agencyWithTeam()
  const a = await finishOne(agency, '2024-06-01', 1)
  const c = await finishOne(agency, '2026-06-01', 4)
  const b = await finishOne(agency, '2025-06-01', 2)
  expect(await kept(agency, { [a]: 'A', [b]: 'B', [c]: 'C' })).toEqual([
    'B1 since first A1: 25',
    'B1 since last A1: 25',
    'C1 since first A1: 75',
    'C1 since last B1: 50',
  ])
})

test('a first round that is revised moves every later change since it', async () => {
  const agency = await agencyWithTeam()
  const { program, coordinator, agencyId } = agency
  const a = await finishOne(agency, '2024-06-01', 1)
  const b = await finishOne(agency, '2025-06-01', 2)
  const c = await finishOne(agency, '2026-06-01', 4)
  await reopen(program.database, {
    assessmentId: a,
    agencyId,
    reason: 'Wrong year',
    by: coordinator,
    at: program.now(),
  })
  const level = { value: 2 }
  await answer(
    agency,
    a,
    {
      'leadership.workgroup': level,
      'leadership.coordinator': level,
      'training.basic': level,
      'training.refresher': level,
    },
    1,
  )
  expect(await submitNow(agency, a)).toEqual({ status: 'final', number: 2 })
  expect((await findAssessment(program.database, c))?.stage).toBe('final')
  expect(await kept(agency, { [a]: 'A', [b]: 'B', [c]: 'C' })).toEqual([
    'B1 since first A2: 0',
    'B1 since last A2: 0',
    'C1 since first A2: 50',
    'C1 since last B1: 50',
  ])
})
