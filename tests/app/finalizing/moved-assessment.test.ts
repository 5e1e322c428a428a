import { describe, expect, test } from 'vitest'
import type { Side } from '#assessments/access.ts'
import { askedIds } from '#assessments/asked.ts'
import { readFrozen, rescore } from '#assessments/frozen-copy.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import { takeOrFinalize } from '#app/finalizing/sign.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { loader as overview } from '#app/routes/assessment-overview/route.tsx'
import { loader as print } from '#app/routes/assessment-print/route.tsx'
import { loader as review } from '#app/routes/review/route.tsx'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'
import { submitSide } from '#db/queries/submit-side.server.ts'
import { agencyWithTeam, answer, startOne, submitNow } from '#tests/support/agency.ts'
import { bothSides } from '#tests/support/both-sides.ts'
import { moveNow } from '#tests/support/moving.ts'
import { catalogOf, contextFor } from '#tests/support/program.ts'
import { get } from '#tests/support/requests.ts'
import { newerVersion, olderVersion } from '#tests/support/two-versions.ts'

const [older, newer] = [olderVersion(), newerVersion()]
const gone = ['care.old-name', 'care.left', 'people.gone']
const before = { 'care.worded': 4, 'care.old-name': 3, 'care.left': 2, 'people.gone': 5 }
/** What is left to answer after the move, so that every item is. */
const after = ['care.same', 'care.other', 'care.part', 'care.whole', 'people.new']

/** An assessment that the agency rates alone, answered under both versions. */
async function alone() {
  const agency = await agencyWithTeam([older])
  const id = await startOne(agency)
  const given = Object.entries(before).map(([itemId, value]) => [itemId, { value }] as const)
  await answer(agency, id, Object.fromEntries(given))
  agency.program.catalog = catalogOf([newer, older])
  await moveNow(agency, id)
  await answer(agency, id, Object.fromEntries(after.map((itemId) => [itemId, { value: 3 }])))
  await answer(agency, id, { 'care.joined': { value: 3 } }, 1)
  const open = async (below = '') =>
    get(await agency.as('coordinator'), `/assessments/${id}${below}`, { assessmentId: id })
  return { agency, id, open }
}

describe('an assessment that was moved to another version', () => {
  test('counts and prints what its version asks, and nothing else', async () => {
    const { open } = await alone()
    const { total } = await overview(await open())
    expect(total).toEqual({ answered: 8, applicable: 10 })
    expect((await review(await open('/review'))).total).toMatchObject({ answered: 8, applicable: 10 })
    const printed = await print(await open('/print'))
    expect(Object.keys(printed.responses)).toEqual(itemsOf(newer).map(({ id }) => id))
    expect(printed.responses['care.new-name']).toEqual({ value: 3 })
  })

  test('is frozen with the answers of its version alone, and exported with all', async () => {
    const { agency, id } = await alone()
    const { program, agencyId } = agency
    expect(await submitNow(agency, id)).toMatchObject({ status: 'final' })
    const copy = await latestFrozenCopy(program.database, id)
    const document = readFrozen(copy?.document ?? '')
    expect(document.questionnaire.name).toBe('sample@1.1.0')
    expect(Object.keys(document.responses.agency).filter((itemId) => gone.includes(itemId))).toEqual([])
    expect(document.responses.agency['care.new-name']).toEqual({ value: 3 })
    expect(document.scorecard.overall).toMatchObject({ answered: 8, applicable: 9 })
    expect(rescore(document, newer)).toEqual({ status: 'same' })
    const records = await exportOrganization(program.database, agencyId)
    const [exported] = records?.assessments ?? []
    expect(exported?.responses.map(({ itemId }) => itemId)).toEqual(expect.arrayContaining(gone))
    expect(exported?.versionMoves).toMatchObject([{ fromVersion: '1.0.0', toVersion: '1.1.0' }])
    expect(JSON.stringify(exported?.versionMoves)).not.toContain('Revision')
  })

  test('is reconciled, signed and exported with what both submitted under its version', async () => {
    const world = await bothSides([older])
    const { agency, program, assessmentId, people, partnerId } = world
    const { database } = program
    for (const side of ['agency', 'partner'] as const) {
      for (const [itemId, value] of Object.entries(before)) await world.answer(side, itemId, { value })
    }
    program.catalog = catalogOf([newer, older])
    await moveNow(agency, assessmentId)
    for (const side of ['agency', 'partner'] as const) {
      for (const itemId of after) await world.answer(side, itemId, { value: 3 })
      await world.answer(side, 'care.joined', { value: 3 }, 1)
      const at = program.now()
      const sideRevision = (await world.find()).sides[side]?.revision ?? 0
      const by = people[`${side} coordinator`]
      await submitSide(database, { assessmentId, side, by, at, sideRevision })
    }
    const read = await readReconciliation(database, assessmentId, newer)
    for (const side of ['agency', 'partner'] as const) {
      const asked = askedIds(newer, side)
      expect(Object.keys(read.sides[side]).filter((itemId) => !asked.has(itemId))).toEqual([])
      await sign(world, side)
    }
    const document = readFrozen((await latestFrozenCopy(database, assessmentId))?.document ?? '')
    expect(Object.keys({ ...document.responses.partner, ...document.agreed })).not.toContain('people.gone')
    expect(document).toMatchObject({ coReviewed: true, agreed: { 'care.new-name': { value: 3 } } })
    // The other side's answers to what nobody submitted stay its own.
    const [theirs] = (await exportOrganization(database, partnerId))?.assessments ?? []
    expect(theirs?.otherResponses).toHaveProperty(['care.new-name'])
    for (const itemId of gone) expect(theirs?.otherResponses).not.toHaveProperty([itemId])
    expect(theirs?.responses.map(({ itemId }) => itemId)).toEqual(expect.arrayContaining(gone))
  })
})

async function sign(
  { program, assessmentId, people, find }: Awaited<ReturnType<typeof bothSides>>,
  side: Side,
) {
  const { scorecardSha256: sha256 } = await readReconciliation(program.database, assessmentId, newer)
  const personId = people[`${side} coordinator`]
  const context = await contextFor(program, personId)
  const step = { kind: 'signed', side, sha256, seen: 0 } as const
  const stepId = crypto.randomUUID()
  const signed = await takeOrFinalize(program, versionOf(context, await find()), {
    ...{ assessmentId, step, stepId, personId, at: program.now() },
  })
  if (signed.status !== 'taken') throw new Error(JSON.stringify(signed))
}
