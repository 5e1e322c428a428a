import { afterEach, describe, expect, test, vi } from 'vitest'
import { expireDaily } from '#app/retention/expire-daily.server.ts'
import { expireDue } from '#app/retention/expire.server.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import { editOrganization } from '#db/queries/organizations.server.ts'
import { readChanges } from '#db/queries/scores.server.ts'
import { agencyWithTeam, finishOne, startOne, type Agency } from '#tests/support/agency.ts'

const later = new Date('2027-01-15T17:00:00Z')

/** Final assessments of four years, oldest first, and a period of so many years that was set in time. */
async function agencyOfYears(retentionYears: number | null) {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator } = agency
  const ids: string[] = []
  for (const [place, year] of [2022, 2023, 2024, 2025].entries()) {
    ids.push(await finishOne(agency, `${year}-03-01`, place + 1))
  }
  const edit = { by: coordinator, at: program.now() }
  await editOrganization(program.database, agencyId, { retentionYears }, edit)
  return { agency, ids }
}

const left = async ({ program, agencyId }: Agency) =>
  (await listAssessments(program.database, agencyId)).map(({ asOf }) => asOf.slice(0, 4))

describe('expireDue', () => {
  test('deletes what is older than the period, once thirty days have passed', async () => {
    const { agency } = await agencyOfYears(3)
    const { program } = agency
    expect(await expireDue(program)).toBe(0)
    program.setNow(later)
    expect(await expireDue(program)).toBe(2)
    expect(await left(agency)).toEqual(['2025', '2024'])
    expect(await expireDue(program)).toBe(0)
  })

  test('never deletes the newest final one, and an open one only when its start is too old', async () => {
    const { agency } = await agencyOfYears(1)
    await startOne(agency, '2021-12-01')
    agency.program.setNow(later)
    expect(await expireDue(agency.program)).toBe(3)
    expect(await left(agency)).toEqual(['2025', '2021'])
    agency.program.setNow(new Date('2099-01-01T00:00:00Z'))
    expect(await expireDue(agency.program)).toBe(1)
    expect(await left(agency)).toEqual(['2025'])
  })

  test('deletes nothing where no period is set', async () => {
    const { agency } = await agencyOfYears(null)
    agency.program.setNow(new Date('2099-01-01T00:00:00Z'))
    expect(await expireDue(agency.program)).toBe(0)
  })

  test('leaves changes that are taken since what is there', async () => {
    const { agency, ids } = await agencyOfYears(3)
    const { database } = agency.program
    const overall = async (id = '') =>
      (await readChanges(database, id, 1))
        .filter(({ scope }) => scope === 'overall')
        .map(({ since, sinceAssessmentId, displayed }) => [since, ids.indexOf(sinceAssessmentId), displayed])
        .sort()
    expect(await overall(ids[3])).toEqual([
      ['first', 0, 75],
      ['last', 2, 25],
    ])
    agency.program.setNow(later)
    await expireDue(agency.program)
    expect(await overall(ids[2])).toEqual([])
    expect(await overall(ids[3])).toEqual([
      ['first', 2, 25],
      ['last', 2, 25],
    ])
  })

  test('leaves what could not be deleted to the next time', async () => {
    const { agency } = await agencyOfYears(3)
    const { program } = agency
    program.setNow(later)
    const full = { ...program.database, transact: () => Promise.reject(new Error('the disk is full')) }
    expect(await expireDue({ ...program, database: full })).toBe(0)
    expect(await expireDue(program)).toBe(2)
  })
})

describe('expireDaily', () => {
  afterEach(() => void vi.useRealTimers())

  test('works when the program starts, and each day after until it stops', async () => {
    const { agency } = await agencyOfYears(3)
    const { program } = agency
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const worker = expireDaily(program)
    program.setNow(later)
    vi.advanceTimersByTime(86_400_000)
    await worker.stop()
    expect(await left(agency)).toEqual(['2025', '2024'])
    program.setNow(new Date('2030-01-15T17:00:00Z'))
    vi.advanceTimersByTime(10 * 86_400_000)
    expect(await left(agency)).toHaveLength(2)
  })
})
