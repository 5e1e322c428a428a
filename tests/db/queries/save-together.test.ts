import { expect, it } from 'vitest'
import { listActivities } from '#db/queries/activities.server.ts'
import { choosePartner } from '#db/queries/choose-partner.server.ts'
import { endPartnership } from '#db/queries/decide-partnership.server.ts'
import { listPartnerAssessments } from '#db/queries/partner-assessments.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { saveTogether, type SavesTogether } from '#db/queries/save-together.server.ts'
import {
  addAnswering,
  addAssessment,
  addOrganization,
  addPerson,
  minute,
} from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addPartnership } from '#tests/support/partnership-builders.ts'

const at = minute(10)

describeEngines('saveTogether', (engine) => {
  /** Pia's organization rates an assessment of Ann's agency, and one of another. */
  const addTwo = async () => {
    const { database } = engine
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    const pia = await addPerson(database, 'Pia')
    const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Adams Care' })
    const otherAgency = await addOrganization(database, ann, { name: 'Another' })
    const otherId = await addAssessment(database, otherAgency, ann)
    const by = { agency: ann, partner: pia }
    const partnershipId = await addPartnership(database, { agencyId, partnerId, by, at })
    const other = await addPartnership(database, { agencyId: otherAgency, partnerId, by, at })
    const choice = { by: ann, at }
    await choosePartner(database, { ...choice, assessmentId, agencyId, partnershipId })
    await choosePartner(database, {
      ...{ ...choice, assessmentId: otherId },
      ...{ agencyId: otherAgency, partnershipId: other },
    })
    const carried = { assessment: otherId, at: minute(5).toISOString(), person: ann }
    const copying: SavesTogether = {
      ...{ assessmentId, side: 'partner', moves: 0, organizationId: partnerId, by: pia, at },
      ...{ action: 'assessment.answers-copied', fromAssessmentId: otherId },
      saves: ['services.line', 'services.team'].map((itemId, place) => ({
        itemId,
        response: { value: place + 2, note: 'From there.', carried },
        current: undefined,
      })),
    }
    const own = () => readResponses(database, assessmentId, 'partner')
    const save = (itemId: string, value: number, base = 0) =>
      saveResponse(database, {
        ...{ assessmentId, itemId, response: { value }, baseRevision: base, personId: pia, at },
        ...{ side: 'partner', saveId: crypto.randomUUID() },
      })
    return {
      database,
      ann,
      pia,
      partnerId,
      agencyId,
      assessmentId,
      otherId,
      partnershipId,
      copying,
      own,
      save,
    }
  }

  it('marks each with where it comes from, keeps its history, and logs it once', async () => {
    const { database, ann, pia, partnerId, assessmentId, otherId, copying, own } = await addTwo()
    expect(await saveTogether(database, copying)).toBe('saved')
    const carried = { assessment: otherId, at: minute(5).toISOString(), person: ann }
    const stored = await own()
    expect(stored.get('services.team')).toMatchObject({
      response: { value: 3, note: 'From there.', carried },
      revision: 1,
      updatedBy: pia,
    })
    expect(await readResponses(database, assessmentId, 'agency')).toEqual(new Map())
    expect(await responseHistory(database, assessmentId, 'partner', 'services.line')).toMatchObject([
      { before: null, after: { value: 2, carried } },
    ])
    const log = await listActivities(database, partnerId, { limit: 9 })
    expect(log.filter(({ action }) => action === 'assessment.answers-copied')).toMatchObject([
      { personId: pia, assessmentId, subject: otherId },
    ])
  })

  it('says by its own word what was done, for the side that did it', async () => {
    const { database, ann, agencyId, assessmentId, otherId, copying } = await addTwo()
    const ours = { ...copying, side: 'agency', organizationId: agencyId, by: ann } as const
    expect(await saveTogether(database, { ...ours, action: 'assessment.answers-carried' })).toBe('saved')
    const stored = await readResponses(database, assessmentId, 'agency')
    const saves = [...stored].map(([itemId, current]) => ({ itemId, current, response: { value: 5 } }))
    const confirming = { ...ours, saves, action: 'assessment.answers-confirmed' } as const
    const { fromAssessmentId, ...withoutSource } = confirming
    expect(fromAssessmentId).toBe(otherId)
    expect(await saveTogether(database, withoutSource)).toBe('saved')
    const log = await listActivities(database, agencyId, { limit: 9 })
    const said = log.filter(({ action }) => action.startsWith('assessment.answers-'))
    expect(said.map(({ action, subject }) => [action, subject]).sort()).toEqual([
      ['assessment.answers-carried', otherId],
      ['assessment.answers-confirmed', null],
    ])
    expect(await responseHistory(database, assessmentId, 'agency', 'services.line')).toMatchObject([
      { revision: 2, before: { value: 2 }, after: { value: 5 } },
      { revision: 1, before: null },
    ])
  })

  it('is confirmed by saving the answer again', async () => {
    const { database, copying, own, save } = await addTwo()
    await saveTogether(database, copying)
    expect(await save('services.line', 2, 1)).toMatchObject({ status: 'saved' })
    expect((await own()).get('services.line')?.response).toEqual({ value: 2 })
  })

  it('saves nothing where one of the items was answered meanwhile', async () => {
    const { database, copying, own, save } = await addTwo()
    await save('services.team', 5)
    expect(await saveTogether(database, copying)).toBe('stale')
    expect([...(await own()).keys()]).toEqual(['services.team'])
  })

  it('is done once when two do it at the same moment', async () => {
    const { database, copying, own } = await addTwo()
    const outcomes = await Promise.all([saveTogether(database, copying), saveTogether(database, copying)])
    expect([...outcomes].sort()).toEqual(['saved', 'stale'])
    expect((await own()).get('services.line')?.revision).toBe(1)
  })

  it('goes on from an answer that was cleared', async () => {
    const { database, assessmentId, copying, own, save, pia } = await addTwo()
    await save('services.line', 5)
    await saveResponse(database, {
      ...{ assessmentId, itemId: 'services.line', response: {}, baseRevision: 1, personId: pia, at },
      ...{ side: 'partner', saveId: crypto.randomUUID() },
    })
    const current = (await own()).get('services.line')
    const saves = copying.saves.map((one) => ({
      ...one,
      current: one.itemId === 'services.line' ? current : undefined,
    }))
    expect(await saveTogether(database, { ...copying, saves })).toBe('saved')
    expect((await own()).get('services.line')?.revision).toBe(3)
  })

  it('saves nothing on a side that is locked', async () => {
    const { database, pia, partnerId, partnershipId, copying, own } = await addTwo()
    await endPartnership(database, { partnershipId, organizationId: partnerId, by: pia, at })
    expect(await saveTogether(database, copying)).toBe('stale')
    expect(await own()).toEqual(new Map())
  })

  it('finds a partner’s assessments of all its agencies, with who has submitted', async () => {
    const { database, partnerId, agencyId, assessmentId, otherId } = await addTwo()
    const { sides } = database.tables
    await database.orm.update(sides).set({ submittedAt: at })
    const listed = await listPartnerAssessments(database, partnerId)
    expect(listed.map(({ id }) => id).sort()).toEqual([assessmentId, otherId].sort())
    expect(listed.find(({ id }) => id === assessmentId)).toMatchObject({
      ...{ agencyId, agencyName: 'Fairview Police Department', county: 'Adams', partnerId },
      ...{ partnership: 'active', alone: false, submittedAt: at, agencySubmittedAt: at, latestNumber: null },
    })
    expect(await listPartnerAssessments(database, agencyId)).toEqual([])
  })
})
