import { expect, it } from 'vitest'
import type { Side } from '#assessments/access.ts'
import type { Database } from '#db/database.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { recallSide, submitSide } from '#db/queries/submit-side.server.ts'
import { addAnswering, addOrganization, addPerson, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addPartnership, addPartnerSide, endPartnership, goAlone } from '#tests/support/partner-side.ts'
import { writingAfter } from '#tests/support/writing-after.ts'

/** An assessment that an agency (`ann`) and a partner (`pia`) answer; `by` says who acts for which side. */
async function addBothSides(database: Database) {
  const added = await addAnswering(database)
  const { agencyId, assessmentId, ann } = added
  const pia = await addPerson(database, 'Pia')
  const partnerId = await addOrganization(database, pia, { name: 'Riverside Care', kind: 'partner' })
  const partnershipId = await addPartnership(database, { agencyId, partnerId, proposedBy: ann })
  await addPartnerSide(database, assessmentId, partnershipId)
  const by = { agency: ann, partner: pia }
  const step = (side: Side) => ({ assessmentId, side, by: by[side], at: minute(5) })
  const submit = (side: Side, sideRevision = 0, on = database) =>
    submitSide(on, { ...step(side), sideRevision })
  const recall = (side: Side, on = database) => recallSide(on, step(side))
  const find = async () => {
    const found = await findAssessment(database, assessmentId)
    if (!found) throw new Error('it is gone')
    const submitted = (side: Side) => found.sides[side]?.submittedAt !== null
    return {
      ...found,
      submitted: { agency: submitted('agency'), partner: submitted('partner') },
    }
  }
  const save = (side: Side, baseRevision = 0) =>
    saveResponse(database, {
      ...{ assessmentId, side, itemId: 'a.one', response: { value: 3 }, baseRevision },
      ...{ saveId: crypto.randomUUID(), personId: by[side], at: minute(4) },
    })
  const logOf = async (organizationId: string) =>
    (await listActivities(database, organizationId, { limit: 20 }))
      .filter(({ action }) => /submitted|recalled|reconciling/.test(action))
      .map(({ action, personName, subject }) => `${action} ${subject ?? ''} ${personName ?? ''}`)
      .sort()
  return { ...added, partnerId, partnershipId, pia, submit, recall, find, save, logOf }
}

describeEngines('submitSide', (engine) => {
  it('locks the side that submits and leaves the other to answer', async () => {
    const { submit, find, save } = await addBothSides(engine.database)
    expect(await submit('partner')).toEqual({ status: 'submitted', reconciling: false })
    expect(await find()).toMatchObject({
      stage: 'answering',
      submitted: { agency: false, partner: true },
      sides: {
        partner: { submittedBy: 'pia', submittedAt: minute(5), revision: 1 },
        agency: { revision: 0 },
      },
    })
    expect(await save('partner')).toEqual({ status: 'locked', reason: 'submitted' })
    expect(await save('agency')).toMatchObject({ status: 'saved' })
  })

  it('opens the reconciliation with the second side, and tells both organizations', async () => {
    const { database } = engine
    const { agencyId, partnerId, submit, find, save, logOf } = await addBothSides(database)
    const reconciliations = () => database.orm.$count(database.tables.reconciliations)
    await submit('agency')
    expect(await reconciliations()).toBe(0)
    expect(await submit('partner')).toEqual({ status: 'submitted', reconciling: true })
    expect(await find()).toMatchObject({ stage: 'reconciling', submitted: { agency: true, partner: true } })
    expect(await reconciliations()).toBe(1)
    for (const side of ['agency', 'partner'] as const) {
      expect(await save(side)).toEqual({ status: 'locked', reason: 'reconciling' })
    }
    const told = [
      'assessment.reconciling partner Pia',
      'assessment.submitted agency Ann',
      'assessment.submitted partner Pia',
    ]
    expect(await logOf(agencyId)).toEqual(told)
    expect(await logOf(partnerId)).toEqual(told)
  })

  it('lets exactly one open it where both submit at the same moment', async () => {
    const { submit, find } = await addBothSides(engine.database)
    const outcomes = await Promise.all([submit('agency'), submit('partner')])
    expect(outcomes.map((outcome) => 'reconciling' in outcome && outcome.reconciling).sort()).toEqual([
      false,
      true,
    ])
    expect(await find()).toMatchObject({ stage: 'reconciling', submitted: { agency: true, partner: true } })
  })

  it('decides anew where the other side submits between looking and writing', async () => {
    const { database } = engine
    const { submit, find } = await addBothSides(database)
    const outcome = await submit(
      'agency',
      0,
      writingAfter(database, () => submit('partner')),
    )
    expect(outcome).toEqual({ status: 'submitted', reconciling: true })
    expect(await find()).toMatchObject({ stage: 'reconciling' })
  })

  it('decides anew where the other side recalls between looking and writing', async () => {
    const { database } = engine
    const { submit, recall, find } = await addBothSides(database)
    await submit('partner')
    const outcome = await submit(
      'agency',
      0,
      writingAfter(database, () => recall('partner')),
    )
    expect(outcome).toEqual({ status: 'submitted', reconciling: false })
    expect(await find()).toMatchObject({ stage: 'answering', submitted: { partner: false } })
  })

  it('is stale where somebody saved on the side since, also in between, and not by a save of the other', async () => {
    const { database } = engine
    const { submit, find, save } = await addBothSides(database)
    await save('partner')
    expect(await submit('partner', 0)).toEqual({ status: 'stale' })
    expect(
      await submit(
        'partner',
        1,
        writingAfter(database, () => save('partner', 1)),
      ),
    ).toEqual({
      status: 'stale',
    })
    expect(await find()).toMatchObject({ revision: 0, submitted: { partner: false } })
    expect(await submit('agency', 0)).toMatchObject({ status: 'submitted' })
  })

  it('submits once, and refuses the second', async () => {
    const { submit, find } = await addBothSides(engine.database)
    const outcomes = await Promise.all([submit('agency'), submit('agency')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['refused', 'submitted'])
    expect(await submit('agency', 1)).toEqual({ status: 'refused', reason: 'already-submitted' })
    expect(await find()).toMatchObject({ revision: 1, sides: { agency: { revision: 1 } } })
  })

  it('is refused after the end of the partnership, alone, final, and where there is no partner', async () => {
    const { database } = engine
    const { agencyId, assessmentId, ann, submit, partnershipId, find } = await addBothSides(database)
    await endPartnership(database, partnershipId)
    const ended = { status: 'refused', reason: 'partnership-ended' }
    expect([await submit('agency'), await submit('partner')]).toEqual([ended, ended])
    await goAlone(database, assessmentId)
    const alone = { status: 'refused', reason: 'alone' }
    expect([await submit('agency'), await submit('partner')]).toEqual([alone, alone])
    expect(await find()).toMatchObject({ revision: 0, submitted: { agency: false, partner: false } })
    const { assessments } = database.tables
    await database.orm.update(assessments).set({ stage: 'final', aloneSince: null })
    expect(await submit('agency')).toEqual({ status: 'refused', reason: 'final' })
    await database.orm.update(assessments).set({ stage: 'answering' })
    await database.orm.delete(database.tables.sides)
    const lone = { assessmentId, side: 'agency', by: ann, at: minute(6), sideRevision: 0 } as const
    expect(await submitSide(database, lone)).toEqual({ status: 'refused', reason: 'no-partner' })
    expect(await listActivities(database, agencyId, { limit: 9 })).not.toContainEqual(
      expect.objectContaining({ action: 'assessment.submitted' }),
    )
  })

  it('is refused where the partnership ends between looking and writing', async () => {
    const { database } = engine
    const { submit, partnershipId, find } = await addBothSides(database)
    const ending = writingAfter(database, () => endPartnership(database, partnershipId))
    expect(await submit('partner', 0, ending)).toEqual({ status: 'refused', reason: 'partnership-ended' })
    expect(await find()).toMatchObject({ revision: 0, submitted: { partner: false } })
  })
})

describeEngines('recallSide', (engine) => {
  it('lets the side be answered again, and tells both organizations', async () => {
    const { submit, recall, find, save, logOf, agencyId, partnerId } = await addBothSides(engine.database)
    await submit('agency')
    expect(await recall('agency')).toEqual({ status: 'recalled' })
    expect(await find()).toMatchObject({
      stage: 'answering',
      sides: { agency: { submittedAt: null, submittedBy: null, revision: 2 } },
    })
    expect(await save('agency')).toMatchObject({ status: 'saved' })
    expect(await logOf(partnerId)).toContain('assessment.recalled agency Ann')
    expect(await logOf(agencyId)).toEqual(await logOf(partnerId))
  })

  it('is refused where nothing was submitted, and once the other submitted', async () => {
    const { submit, recall, find } = await addBothSides(engine.database)
    expect(await recall('agency')).toEqual({ status: 'refused', reason: 'not-submitted' })
    await submit('agency')
    expect(await recall('partner')).toEqual({ status: 'refused', reason: 'not-submitted' })
    await submit('partner')
    expect(await recall('agency')).toEqual({ status: 'refused', reason: 'reconciling' })
    expect(await find()).toMatchObject({ stage: 'reconciling', submitted: { agency: true, partner: true } })
  })

  it('comes before or after the other’s submission, never across it', async () => {
    const { submit, recall, find } = await addBothSides(engine.database)
    await submit('agency')
    const [recalled, submitted] = await Promise.all([recall('agency'), submit('partner')])
    const { stage, submitted: both } = await find()
    if (recalled.status === 'recalled') {
      expect([stage, both]).toEqual(['answering', { agency: false, partner: true }])
      expect(submitted).toEqual({ status: 'submitted', reconciling: false })
    } else {
      expect([stage, both]).toEqual(['reconciling', { agency: true, partner: true }])
      expect(submitted).toEqual({ status: 'submitted', reconciling: true })
    }
  })

  it('is refused after the partnership ended', async () => {
    const { database } = engine
    const { submit, recall, partnershipId } = await addBothSides(database)
    await submit('partner')
    await endPartnership(database, partnershipId)
    expect(await recall('partner')).toEqual({ status: 'refused', reason: 'partnership-ended' })
  })
})

describeEngines('saveResponse for a partner', (engine) => {
  it('keeps both sides apart', async () => {
    const { save, find } = await addBothSides(engine.database)
    expect(await save('partner')).toMatchObject({ status: 'saved', revision: 1, sideRevision: 1 })
    expect(await save('agency')).toMatchObject({ status: 'saved', revision: 1, sideRevision: 1 })
    expect(await find()).toMatchObject({ revision: 0 })
  })

  it('is locked once the partnership has ended or the agency goes on alone; the agency’s is not', async () => {
    const { database } = engine
    const { assessmentId, partnershipId, save } = await addBothSides(database)
    await endPartnership(database, partnershipId)
    expect(await save('partner')).toEqual({ status: 'locked', reason: 'partnership-ended' })
    await goAlone(database, assessmentId)
    expect(await save('partner')).toEqual({ status: 'locked', reason: 'alone' })
    expect(await save('agency')).toMatchObject({ status: 'saved' })
  })

  it.each(['partnership-ended', 'alone'])('is locked when that comes in between: %s', async (reason) => {
    const { database } = engine
    const { assessmentId, partnershipId, pia, find } = await addBothSides(database)
    const meanwhile = () =>
      reason === 'alone' ? goAlone(database, assessmentId) : endPartnership(database, partnershipId)
    const outcome = await saveResponse(writingAfter(database, meanwhile), {
      ...{ assessmentId, side: 'partner', itemId: 'a.one', response: { value: 3 }, baseRevision: 0 },
      ...{ saveId: 'save-1', personId: pia, at: minute(4) },
    })
    expect(outcome).toEqual({ status: 'locked', reason })
    expect(await find()).toMatchObject({ sides: { partner: { revision: 0 } } })
  })
})
