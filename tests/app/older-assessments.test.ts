import { describe, expect, test } from 'vitest'
import { readFrozen, scorecardText } from '#assessments/frozen-copy.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { loader as overview } from '#app/routes/assessment-overview/route.tsx'
import { loader as print } from '#app/routes/assessment-print/route.tsx'
import { loader as domain } from '#app/routes/domain/route.tsx'
import { loader as copy } from '#app/routes/frozen-copy/route.tsx'
import { loader as results } from '#app/routes/results/route.tsx'
import { openDatabase } from '#db/database.server.ts'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { folderForTests, pmhc } from '#tests/cli/support/pmhc.ts'
import { agencyOf, answer, startOne, submitNow } from '#tests/support/agency.ts'
import { catalogOf, testProgram } from '#tests/support/program.ts'
import { get } from '#tests/support/requests.ts'
import { newerVersion, olderVersion } from '#tests/support/two-versions.ts'

const files = folderForTests()
const older = olderVersion()
const ids = itemsOf(older).map(({ id }) => id)
let made = 0

/** An assessment that was made final under 1.0.0, in a database on disk, since when 1.1.0 has come. */
async function finalUnderOlder() {
  const file = `file:${files.path(`${++made}.sqlite`)}`
  const database = await openDatabase(file)
  const now = new Date('2026-03-01T17:00:00Z')
  const agency = await agencyOf(await testProgram({ database, questionnaires: [older], now }))
  const { program, agencyId } = agency
  const id = await startOne(agency)
  const given: Responses = Object.fromEntries(
    ids.map((itemId, at) => [itemId, { value: itemId === 'people.name' ? 'Ada' : 1 + (at % 5) }]),
  )
  await answer(agency, id, given)
  const open = async (below = '', more = {}) =>
    get(await agency.as('coordinator'), `/assessments/${id}${below}`, { assessmentId: id, ...more })
  const told = async () => ({
    overview: { ...(await overview(await open())), versions: null },
    results: await results(await open('/results')),
    print: await print(await open('/print')),
    copy: await copy(await open('/copies/1', { number: '1' })),
    domain: await domain(await open('/domains/people', { domainId: 'people' })),
    records: await exportOrganization(database, agencyId),
  })
  await submitNow(agency, id)
  const before = await told()
  return { agency, program, database, file, id, told, before, open }
}

describe('an assessment that was made final under an older version', () => {
  test('opens, prints, shows its results and is exported as before, whatever version has come', async () => {
    const { program, told, before, open } = await finalUnderOlder()
    program.catalog = catalogOf([newerVersion(), older])
    expect(await told()).toEqual(before)
    // Also where its file is gone, and the database alone still has it.
    program.catalog = catalogOf([newerVersion(), { ...older, draft: true }])
    expect(await told()).toEqual(before)
    expect((await overview(await open())).versions).toEqual({ mayMoveTo: null, moved: null })
    expect(before.overview.questionnaire.version).toBe('1.0.0')
    expect(Object.keys(before.print.responses)).toEqual(ids)
    expect(before.records?.assessments).toMatchObject([{ version: '1.0.0', versionMoves: [] }])
    expect(before.records?.assessments[0]?.responses).toHaveLength(ids.length)
  })

  test('rescores to itself by the command line, from the database and from its responses alone', async () => {
    const { database, file, id } = await finalUnderOlder()
    const kept = await latestFrozenCopy(database, id)
    const document = readFrozen(kept?.document ?? '')
    await database.close()
    const verified = await pmhc(['verify'], { DATABASE_URL: file })
    expect(JSON.parse(verified.stdout)).toEqual({ checked: 1, differing: [] })
    const responses = files.write('responses.json', {
      questionnaire: document.questionnaire.name,
      responses: document.responses.agency,
    })
    const scored = await pmhc(['score', files.write('older.json', older), responses])
    expect({ ...scored, stdout: JSON.parse(scored.stdout) as unknown }).toEqual({
      ...{ status: 0, stderr: '' },
      stdout: JSON.parse(scorecardText(document.scorecard)) as unknown,
    })
  })

  test('stays what it is when the next one is answered under the newer version', async () => {
    const { agency, program, database, id, before } = await finalUnderOlder()
    const first = await latestFrozenCopy(database, id)
    program.catalog = catalogOf([newerVersion(), older])
    program.setNow(new Date('2027-03-01T17:00:00Z'))
    const next = await startOne(agency, '2027-03-01')
    await answer(agency, next, { 'care.other': { value: 5 }, 'care.new-name': { value: 5 } })
    expect(await submitNow(agency, next)).toMatchObject({ status: 'final' })
    expect(await latestFrozenCopy(database, id)).toEqual(first)
    const records = await exportOrganization(database, agency.agencyId)
    const same = (all: typeof records) => all?.assessments.find((one) => one.id === id)
    expect(same(records)).toEqual(same(before.records))
  })
})
