import { expect, it } from 'vitest'
import { listActivities } from '#db/queries/activities.server.ts'
import { findAssessment, startAssessment } from '#db/queries/assessments.server.ts'
import { choosePartner } from '#db/queries/choose-partner.server.ts'
import { endPartnership } from '#db/queries/decide-partnership.server.ts'
import {
  addAnswering,
  addOrganization,
  addPerson,
  minute,
  storedVersion,
} from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addPartnership } from '#tests/support/partnership-builders.ts'

const at = minute(10)

describeEngines('choosePartner', (engine) => {
  const addPartnered = async () => {
    const { database } = engine
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    const pia = await addPerson(database, 'Pia')
    const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Adams Care' })
    const by = { agency: ann, partner: pia }
    const partnershipId = await addPartnership(database, { agencyId, partnerId, by, at })
    const choice = { assessmentId, agencyId, partnershipId, by: ann, at }
    return { database, ann, pia, agencyId, partnerId, assessmentId, partnershipId, choice }
  }

  it('gives an assessment its partner’s side, and moves the assessment', async () => {
    const { database, agencyId, partnerId, assessmentId, partnershipId, choice } = await addPartnered()
    expect(await choosePartner(database, choice)).toBe('chosen')
    expect(await findAssessment(database, assessmentId)).toMatchObject({
      ...{ partnershipId, partnerId, partnerName: 'Adams Care', partnership: 'active', alone: false },
      revision: 1,
      sides: { agency: { submittedAt: null }, partner: { revision: 0, submittedAt: null } },
    })
    for (const organizationId of [agencyId, partnerId]) {
      const log = await listActivities(database, organizationId, { limit: 9 })
      const entry = log.find(({ action }) => action === 'assessment.partner-chosen')
      expect(entry).toMatchObject({ assessmentId, subject: partnershipId })
    }
  })

  it('chooses once, also when two do at the same moment', async () => {
    const { database, assessmentId, choice } = await addPartnered()
    const outcomes = await Promise.all([choosePartner(database, choice), choosePartner(database, choice)])
    expect([...outcomes].sort()).toEqual(['chosen', 'too-late'])
    expect(await findAssessment(database, assessmentId)).toMatchObject({ revision: 1 })
  })

  it('takes active partnerships of the agency only', async () => {
    const { database, ann, pia, agencyId, assessmentId, choice } = await addPartnered()
    const other = await addOrganization(database, ann, { name: 'Another' })
    const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Birch Line' })
    const by = { agency: ann, partner: pia }
    const others = await addPartnership(database, { agencyId: other, partnerId, by, at })
    for (const partnershipId of [others, 'nothing']) {
      expect(await choosePartner(database, { ...choice, partnershipId })).toBe('no-partnership')
    }
    const ending = { partnershipId: choice.partnershipId, organizationId: agencyId, by: ann, at }
    expect(await endPartnership(database, ending)).toBe('done')
    expect(await choosePartner(database, choice)).toBe('no-partnership')
    expect(await findAssessment(database, assessmentId)).toMatchObject({ partnerId: null, revision: 0 })
  })

  it('comes too late once it is final, was final before, or went on alone', async () => {
    const { database, ann, assessmentId, choice } = await addPartnered()
    const { assessments, frozenCopies } = database.tables
    const set = (values: Partial<typeof assessments.$inferInsert>) =>
      database.orm.update(assessments).set(values)
    await set({ stage: 'final' })
    expect(await choosePartner(database, choice)).toBe('too-late')
    await set({ stage: 'answering', aloneSince: at })
    expect(await choosePartner(database, choice)).toBe('too-late')
    await set({ aloneSince: null })
    await database.orm.insert(frozenCopies).values({
      ...{ assessmentId, number: 1, document: '{}', sha256: '', scorecard: '{}', scorecardSha256: '' },
      ...{ engineVersion: '1', finalizedAt: at, finalizedBy: ann },
    })
    expect(await choosePartner(database, choice)).toBe('too-late')
    expect(await choosePartner(database, { ...choice, agencyId: 'another' })).toBe('no-partnership')
  })
})

describeEngines('startAssessment with a partner', (engine) => {
  it('starts both sides, or nothing where the partnership has ended', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const agencyId = await addOrganization(database, ann)
    const partnerId = await addOrganization(database, ann, { kind: 'partner', name: 'Adams Care' })
    const by = { agency: ann, partner: ann }
    const partnershipId = await addPartnership(database, { agencyId, partnerId, by, at })
    const start = (slug: string) =>
      startAssessment(
        database,
        {
          agencyId,
          slug,
          version: '1.0.0',
          asOf: '2025-03-01',
          startedBy: ann,
          contributors: [],
          partnershipId,
        },
        storedVersion,
        at,
      )
    const started = await start('sketch')
    if (started.status !== 'started') throw new Error(started.status)
    expect(await findAssessment(database, started.id)).toMatchObject({
      ...{ partnershipId, partnerId },
      sides: { agency: { revision: 0 }, partner: { revision: 0 } },
    })
    expect(await start('sketch')).toEqual({ status: 'one-is-open', id: started.id })
    await endPartnership(database, { partnershipId, organizationId: partnerId, by: ann, at })
    expect(await start('another')).toEqual({ status: 'no-partnership' })
    const log = await listActivities(database, partnerId, { limit: 9 })
    expect(log.filter(({ action }) => action === 'assessment.partner-chosen')).toHaveLength(1)
  })
})
