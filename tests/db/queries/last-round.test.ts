import { expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { logActivity } from '#db/queries/activities.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { choosePartner } from '#db/queries/choose-partner.server.ts'
import { findLastRound, hasCarried } from '#db/queries/last-round.server.ts'
import { addAssessment, addOrganization, addPerson, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addPartnership } from '#tests/support/partnership-builders.ts'

const at = minute(10)

describeEngines('the last round', (engine) => {
  /** Three rounds of an agency; a partner rated the second and rates the third, which is open. */
  const addRounds = async () => {
    const { database } = engine
    const { orm, tables } = database
    const [ann, pia] = [await addPerson(database, 'Ann'), await addPerson(database, 'Pia')]
    const agencyId = await addOrganization(database, ann)
    const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Adams Care' })
    const by = { agency: ann, partner: pia }
    const partnershipId = await addPartnership(database, { agencyId, partnerId, by, at })
    const add = async (asOf: string, together: boolean, stage: 'final' | 'answering') => {
      const assessmentId = await addAssessment(database, agencyId, ann, asOf)
      if (together) await choosePartner(database, { assessmentId, agencyId, partnershipId, by: ann, at })
      await orm.update(tables.assessments).set({ stage }).where(eq(tables.assessments.id, assessmentId))
      return assessmentId
    }
    const first = await add('2023-03-01', true, 'final')
    const second = await add('2024-03-01', false, 'final')
    const third = await findAssessment(database, await add('2025-03-01', true, 'answering'))
    if (!third) throw new Error('it is gone')
    return { database, agencyId, ann, first, second, third }
  }

  it('is the agency’s latest, and the partner’s latest that it rated itself', async () => {
    const { database, first, second, third } = await addRounds()
    expect((await findLastRound(database, third, 'agency'))?.id).toBe(second)
    expect((await findLastRound(database, third, 'partner'))?.id).toBe(first)
    expect(await findLastRound(database, { ...third, partnerId: null }, 'partner')).toBeUndefined()
    expect(await findLastRound(database, { ...third, slug: 'another' }, 'agency')).toBeUndefined()
  })

  it('is none that began later, so that one that is reopened takes nothing from what came after', async () => {
    const { database, third } = await addRounds()
    expect(await findLastRound(database, { ...third, startedAt: minute(0) }, 'agency')).toBeUndefined()
  })

  it('was carried from where the side’s log says so', async () => {
    const { database, agencyId, ann, third } = await addRounds()
    expect(await hasCarried(database, agencyId, third)).toBe(false)
    const entry = { organizationId: agencyId, personId: ann, assessmentId: third.id, at } as const
    await logActivity(database, { ...entry, action: 'assessment.answers-copied' })(database.orm)
    expect(await hasCarried(database, agencyId, third)).toBe(false)
    await logActivity(database, { ...entry, action: 'assessment.answers-carried' })(database.orm)
    expect(await hasCarried(database, agencyId, third)).toBe(true)
    expect(await hasCarried(database, 'another', third)).toBe(false)
  })
})
