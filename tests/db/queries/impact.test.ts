import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { measureImpact } from '#db/queries/impact.server.ts'
import {
  addAnswering,
  addAssessment,
  addOrganization,
  addPerson,
  minute,
  save,
} from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { makeFinal, reopenIt } from '#tests/support/final-builders.ts'
import { after, before } from '#tests/support/impact-versions.ts'

describeEngines('measureImpact', (engine) => {
  const measure = (pageSize?: number) => measureImpact(engine.database, [before, after], after, pageSize)

  async function answer(assessmentId: string, by: string, values: Record<string, number>) {
    for (const [itemId, value] of Object.entries(values)) {
      await save(engine.database, assessmentId, by, { itemId, response: { value } })
    }
  }

  /** Ann's agency has two final rounds and one in progress; Cory's reopened its only one. */
  async function addRounds() {
    const { database } = engine
    const { ann, agencyId, assessmentId: first } = await addAnswering(database)
    await answer(first, ann, { 'care.same': 1, 'care.gone': 1 })
    await makeFinal(database, first, ann)
    const second = await addAssessment(database, agencyId, ann, '2025-09-01')
    await answer(second, ann, { 'care.same': 5, 'care.words': 3, 'care.whole': 1, 'care.gone': 1 })
    await makeFinal(database, second, ann)
    const open = await addAssessment(database, agencyId, ann, '2026-03-01')
    await answer(open, ann, { 'care.same': 2, 'care.whole': 4 })
    const cory = await addPerson(database, 'Cory')
    const otherAgency = await addOrganization(database, cory, { name: 'Another' })
    const reopened = await addAssessment(database, otherAgency, cory)
    await answer(reopened, cory, { 'care.same': 3, 'care.words': 3 })
    await makeFinal(database, reopened, cory)
    await reopenIt(database, reopened, otherAgency, cory)
    return { first, second, open, reopened }
  }

  it.each([1, 2, 50])('reads every assessment in pages of %i', async (pageSize) => {
    const { first, second } = await addRounds()
    const impact = await measure(pageSize)
    expect(impact.inProgress).toEqual([{ version: '1.0.0', assessments: 2, movable: 1 }])
    expect(impact.comparable.assessments).toBe(3)
    const shrinking = [
      { assessment: first, version: '1.0.0', from: 2, to: 1 },
      { assessment: second, version: '1.0.0', from: 4, to: 2 },
    ]
    expect(impact.comparable.shrinking).toHaveLength(2)
    expect(impact.comparable.shrinking).toEqual(expect.arrayContaining(shrinking))
    // The latest of each agency: the second round of the one, and what the other is revising.
    expect(impact.answers.final.agency).toMatchObject({
      ...{ stands: 4, askedAnew: { split: 1 } },
      left: { retired: 1 },
    })
    expect(impact.answers.inProgress.agency).toMatchObject({ stands: 3, askedAnew: { split: 1 } })
    expect(impact.scores).toMatchObject({ scored: 2, higher: 1, lower: 0, largest: 37.5 })
  })

  it('lets nothing move that a side has submitted, and tells the partner’s answers apart', async () => {
    const { database } = engine
    const { open } = await addRounds()
    const { sides, responses } = database.tables
    const ofOpen = eq(sides.assessmentId, open)
    await database.orm
      .update(sides)
      .set({ submittedAt: minute(50) })
      .where(ofOpen)
    const [given] = await database.orm
      .select()
      .from(responses)
      .where(eq(responses.assessmentId, open))
      .limit(1)
    if (!given) throw new Error('nothing was answered')
    await database.orm.insert(responses).values({ ...given, side: 'partner', itemId: 'care.words' })
    const impact = await measure()
    expect(impact.inProgress).toEqual([{ version: '1.0.0', assessments: 2, movable: 0 }])
    expect(impact.answers.inProgress.partner.stands).toBe(1)
  })

  it('is nothing where nobody has begun', async () => {
    expect((await measure()).comparable).toEqual({ assessments: 0, shrinking: [] })
  })
})
