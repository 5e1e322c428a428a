import { expect, it } from 'vitest'
import { listActivities } from '#db/queries/activities.server.ts'
import {
  acceptByLink,
  acceptPartnership,
  declineByLink,
  declinePartnership,
  endPartnership,
  withdrawPartnership,
} from '#db/queries/decide-partnership.server.ts'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import {
  activePartners,
  findProposalByTokenHash,
  listPartnerships,
  recentProposals,
} from '#db/queries/partnerships.server.ts'
import { listPossiblePartners, nearestPossiblePartners } from '#db/queries/possible-partners.server.ts'
import { proposeByMail, proposePartnership } from '#db/queries/propose-partnership.server.ts'
import { createOrganization } from '#db/queries/organizations.server.ts'
import { addOrganization, addPerson, minute, profile } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addPartnership } from '#tests/support/partnership-builders.ts'

const at = minute(10)

describeEngines('partnerships', (engine) => {
  /** Ann's agency and Pia's partner organization. */
  const addBoth = async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const pia = await addPerson(database, 'Pia')
    const agencyId = await addOrganization(database, ann)
    const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Adams Care' })
    const agency = { organizationId: agencyId, side: 'agency', by: ann, at } as const
    const partner = { organizationId: partnerId, side: 'partner', by: pia, at } as const
    return { database, ann, pia, agencyId, partnerId, agency, partner }
  }

  const actionsOf = async (organizationId: string) =>
    (await listActivities(engine.database, organizationId, { limit: 50 })).flatMap(({ action, personId }) =>
      action.startsWith('partnership.') ? [[action, personId]] : [],
    )

  const proposed = async (outcome: ReturnType<typeof proposePartnership>) => {
    const result = await outcome
    if (result.status !== 'proposed') throw new Error(result.status)
    return result.id
  }

  it('join an agency and a partner once the other has accepted', async () => {
    const { database, ann, pia, agencyId, partnerId, agency, partner } = await addBoth()
    const partnershipId = await proposed(proposePartnership(database, agency, partnerId))
    expect(await activePartners(database, agencyId)).toEqual([])
    expect(await listPartnerships(database, partnerId)).toMatchObject([
      { status: 'proposed', own: false, other: { name: profile.name }, proposedByName: 'Ann' },
    ])
    expect(await acceptPartnership(database, { partnershipId, ...partner })).toBe('done')
    expect(await activePartners(database, agencyId)).toEqual([
      { partnershipId, id: partnerId, name: 'Adams Care', county: 'Adams', state: 'OH' },
    ])
    expect(await listPartnerships(database, agencyId)).toMatchObject([
      { id: partnershipId, status: 'active', own: true, other: { name: 'Adams Care' } },
    ])
    const log = [
      ['partnership.accepted', pia],
      ['partnership.proposed', ann],
    ]
    expect((await actionsOf(agencyId)).sort()).toEqual(log)
    expect((await actionsOf(partnerId)).sort()).toEqual(log)
  })

  it('can be proposed by a partner too, and declined', async () => {
    const { database, agencyId, agency, partner } = await addBoth()
    const partnershipId = await proposed(proposePartnership(database, partner, agencyId))
    expect(await declinePartnership(database, { partnershipId, ...agency })).toBe('done')
    expect(await acceptPartnership(database, { partnershipId, ...agency })).toBe('unknown')
    expect(await listPartnerships(database, agencyId)).toMatchObject([{ status: 'declined', own: false }])
    expect(await proposed(proposePartnership(database, partner, agencyId))).not.toBe(partnershipId)
  })

  it('are withdrawn by whoever proposed them, and by nobody else', async () => {
    const { database, partnerId, agency, partner } = await addBoth()
    const partnershipId = await proposed(proposePartnership(database, agency, partnerId))
    expect(await withdrawPartnership(database, { partnershipId, ...partner })).toBe('unknown')
    expect(await withdrawPartnership(database, { partnershipId, ...agency })).toBe('done')
    expect(await withdrawPartnership(database, { partnershipId, ...agency })).toBe('unknown')
    expect(await acceptPartnership(database, { partnershipId, ...partner })).toBe('unknown')
  })

  it('are not accepted or declined by whoever proposed them, nor by a third', async () => {
    const { database, ann, pia, agencyId, partnerId, agency } = await addBoth()
    const third = await addOrganization(database, pia, { kind: 'partner', name: 'A third' })
    const partnershipId = await proposed(proposePartnership(database, agency, partnerId))
    for (const organizationId of [agencyId, third, 'nothing']) {
      const decision = { partnershipId, organizationId, by: ann, at }
      expect(await acceptPartnership(database, decision)).toBe('unknown')
      expect(await declinePartnership(database, decision)).toBe('unknown')
    }
    expect(await endPartnership(database, { partnershipId, ...agency })).toBe('unknown')
    expect(await acceptPartnership(database, { ...agency, partnershipId: 'nothing' })).toBe('unknown')
    expect(await listPartnerships(database, agencyId)).toMatchObject([{ status: 'proposed' }])
    expect(await actionsOf(third)).toEqual([])
  })

  it.each(['agency', 'partner'] as const)('are ended by the %s, once', async (side) => {
    const { database, ann, pia, agencyId, partnerId, ...ends } = await addBoth()
    const between = { agencyId, partnerId, by: { agency: ann, partner: pia }, at }
    const partnershipId = await addPartnership(database, between)
    expect(await endPartnership(database, { partnershipId, ...ends[side] })).toBe('done')
    expect(await endPartnership(database, { partnershipId, ...ends[side] })).toBe('unknown')
    expect(await activePartners(database, agencyId)).toEqual([])
    expect(await listPartnerships(database, partnerId)).toMatchObject([{ status: 'ended', endedAt: at }])
    await addPartnership(database, between)
    expect(await activePartners(database, agencyId)).toHaveLength(1)
  })

  it('are one at most between two organizations, also when both propose at the same moment', async () => {
    const { database, agencyId, partnerId, agency, partner } = await addBoth()
    const outcomes = await Promise.all([
      proposePartnership(database, agency, partnerId),
      proposePartnership(database, partner, agencyId),
      proposePartnership(database, agency, partnerId),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['one-is-open', 'one-is-open', 'proposed'])
    expect(await listPartnerships(database, agencyId)).toHaveLength(1)
    expect(await actionsOf(agencyId)).toHaveLength(1)
  })

  it('join confirmed organizations of the two kinds only', async () => {
    const { database, ann, agencyId, agency } = await addBoth()
    const waiting = await createOrganization(
      database,
      { ...profile, kind: 'partner' },
      { createdBy: ann, status: 'waiting', at },
    )
    const program = await addOrganization(database, ann, { kind: 'program' })
    const otherAgency = await addOrganization(database, ann, { name: 'Another' })
    for (const to of [waiting.id, program, otherAgency, agencyId, 'nothing']) {
      expect(await proposePartnership(database, agency, to)).toEqual({ status: 'not-possible' })
    }
    for (const organizationId of [waiting.id, program]) {
      const from = { ...agency, organizationId, side: 'partner' } as const
      expect(await proposePartnership(database, from, agencyId)).toEqual({ status: 'not-possible' })
      const mailed = { email: 'a@b.org', tokenHash: 'hash', expiresAt: minute(60) }
      expect(await proposeByMail(database, from, mailed)).toEqual({ status: 'not-possible' })
    }
    expect(await listPartnerships(database, agencyId)).toEqual([])
    expect(await actionsOf(agencyId)).toEqual([])
  })

  it('can be proposed to those that are confirmed and not joined yet', async () => {
    const { database, pia, agencyId, partnerId, agency } = await addBoth()
    const other = await addOrganization(database, pia, { kind: 'partner', name: 'Birch Line' })
    const names = async () =>
      (await listPossiblePartners(database, agencyId, 'agency')).map(({ name }) => name)
    expect(await names()).toEqual(['Adams Care', 'Birch Line'])
    await proposePartnership(database, agency, partnerId)
    expect(await names()).toEqual(['Birch Line'])
    expect(await listPossiblePartners(database, other, 'partner')).toMatchObject([{ id: agencyId }])
    expect(await listPossiblePartners(database, partnerId, 'partner')).toEqual([])
  })

  it('can be proposed to the nearest first: those of the county, then those of the state', async () => {
    const { database, pia, agencyId } = await addBoth()
    const add = (name: string, place: { county: string; state: string }) =>
      addOrganization(database, pia, { ...place, kind: 'partner', name })
    await add('Zinnia', { county: 'Adams', state: 'OH' })
    await add('Birch', { county: 'Adams', state: 'IN' })
    await add('Cedar', { county: 'Brown', state: 'OH' })
    const near = { id: agencyId, county: 'Adams', state: 'OH' }
    const read = async (most: number) => {
      const { total, nearest } = await nearestPossiblePartners(database, near, 'agency', most)
      return [total, ...nearest.map(({ name }) => name)]
    }
    expect(await read(9)).toEqual([4, 'Adams Care', 'Zinnia', 'Cedar', 'Birch'])
    expect(await read(2)).toEqual([4, 'Adams Care', 'Zinnia'])
  })
})

describeEngines('a proposal by mail', (engine) => {
  /** Ann's agency asks Pia, who has an organization by now; the link is good for 50 minutes more. */
  const addMailed = async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const pia = await addPerson(database, 'Pia')
    const agencyId = await addOrganization(database, ann)
    const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Adams Care' })
    const from = { organizationId: agencyId, side: 'agency', by: ann, at: minute(1) } as const
    const mailed = { email: 'Pia@Example.org', tokenHash: 'hash', expiresAt: minute(60) }
    const outcome = await proposeByMail(database, from, mailed)
    if (outcome.status !== 'proposed') throw new Error(outcome.status)
    const accepting = { organizationId: partnerId, by: pia, at }
    return { database, ann, pia, agencyId, partnerId, id: outcome.id, accepting }
  }

  it('is accepted once by an organization of the other kind', async () => {
    const { database, agencyId, partnerId, id, accepting } = await addMailed()
    expect(await listPartnerships(database, agencyId)).toMatchObject([
      { id, status: 'proposed', own: true, other: null, email: 'pia@example.org' },
    ])
    const records = await exportOrganization(database, agencyId)
    expect(records?.partnerships).toMatchObject([{ id, email: 'pia@example.org' }])
    expect(JSON.stringify(records)).not.toContain('"hash"')
    expect(await findProposalByTokenHash(database, 'hash')).toMatchObject({
      proposer: { id: agencyId },
      proposedByName: 'Ann',
    })
    expect(await acceptByLink(database, 'hash', accepting)).toEqual({ status: 'accepted', id })
    expect(await acceptByLink(database, 'hash', accepting)).toEqual({ status: 'used' })
    expect(await declineByLink(database, 'hash', accepting)).toEqual({ status: 'used' })
    expect(await activePartners(database, agencyId)).toMatchObject([{ id: partnerId }])
    for (const organizationId of [agencyId, partnerId]) {
      const log = await listActivities(database, organizationId, { limit: 9 })
      expect(log.map(({ action }) => action)).toContain('partnership.accepted')
    }
  })

  it('is accepted by one only when several do at the same moment', async () => {
    const { database, pia, agencyId, accepting } = await addMailed()
    const other = await addOrganization(database, pia, { kind: 'partner', name: 'Birch Line' })
    const outcomes = await Promise.all([
      acceptByLink(database, 'hash', accepting),
      acceptByLink(database, 'hash', { ...accepting, organizationId: other }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['accepted', 'used'])
    expect(await activePartners(database, agencyId)).toHaveLength(1)
  })

  it('is not accepted for the proposer, another agency, a program or one that waits', async () => {
    const { database, ann, agencyId, accepting } = await addMailed()
    const program = await addOrganization(database, ann, { kind: 'program' })
    const waiting = await createOrganization(
      database,
      { ...profile, kind: 'partner' },
      { createdBy: ann, status: 'waiting', at },
    )
    for (const organizationId of [agencyId, program, waiting.id]) {
      const outcome = await acceptByLink(database, 'hash', { ...accepting, organizationId })
      expect(outcome).toEqual({ status: 'not-possible' })
    }
    expect(await acceptByLink(database, 'hash', accepting)).toMatchObject({ status: 'accepted' })
  })

  it('is not accepted where the two are partners already', async () => {
    const { database, ann, pia, agencyId, partnerId, accepting } = await addMailed()
    await addPartnership(database, { agencyId, partnerId, by: { agency: ann, partner: pia }, at })
    expect(await acceptByLink(database, 'hash', accepting)).toEqual({ status: 'one-is-open' })
    expect(await activePartners(database, agencyId)).toHaveLength(1)
  })

  it('is of no use once it is declined, withdrawn or expired, or if it never was', async () => {
    const { database, ann, agencyId, id, accepting } = await addMailed()
    expect(await acceptByLink(database, 'another hash', accepting)).toEqual({ status: 'unknown' })
    expect(await declineByLink(database, 'another hash', accepting)).toEqual({ status: 'unknown' })
    const late = { ...accepting, at: minute(60) }
    expect(await acceptByLink(database, 'hash', late)).toEqual({ status: 'expired' })
    expect(await declineByLink(database, 'hash', late)).toEqual({ status: 'expired' })
    const own = { partnershipId: id, organizationId: agencyId, by: ann, at }
    expect(await acceptPartnership(database, own)).toBe('unknown')
    expect(await withdrawPartnership(database, own)).toBe('done')
    expect(await acceptByLink(database, 'hash', accepting)).toEqual({ status: 'withdrawn' })
  })

  it('can be declined without any organization', async () => {
    const { database, agencyId, id, accepting } = await addMailed()
    expect(await declineByLink(database, 'hash', accepting)).toEqual({ status: 'declined-now', id })
    expect(await acceptByLink(database, 'hash', accepting)).toEqual({ status: 'declined' })
    expect(await listPartnerships(database, agencyId)).toMatchObject([{ status: 'declined' }])
  })

  it('is found since a moment for whoever made it, and for their organization', async () => {
    const { database, ann, pia, agencyId, partnerId } = await addMailed()
    const found = (organizationId: string, by: string, since: number) =>
      recentProposals(database, { organizationId, by }, minute(since))
    const mailed = [{ agencyId, partnerId: null, email: 'pia@example.org', proposedAt: minute(1) }]
    expect(await found(agencyId, pia, 1)).toEqual(mailed)
    expect(await found(partnerId, ann, 1)).toEqual(mailed)
    expect(await found(agencyId, ann, 2)).toEqual([])
    expect(await found(partnerId, pia, 0)).toEqual([])
  })
})
