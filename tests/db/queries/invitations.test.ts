import { expect, it } from 'vitest'
import {
  acceptInvitation,
  countInvitationsSince,
  findInvitationByTokenHash,
  invite,
  listInvitations,
  withdrawInvitation,
} from '#db/queries/invitations.server.ts'
import { listMembers, removeMember } from '#db/queries/members.server.ts'
import { addOrganization, addPerson, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

const at = minute(10)

describeEngines('invitations', (engine) => {
  /** Ann's agency, with a link for Bob that is good for an hour. */
  const addInvitation = async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const bob = await addPerson(database, 'Bob')
    const organizationId = await addOrganization(database, ann)
    const { id } = await invite(database, {
      organizationId,
      email: 'Bob@Example.org',
      role: 'contributor',
      invitedBy: ann,
      tokenHash: 'hash',
      expiresAt: minute(60),
      at: minute(1),
    })
    return { ann, bob, organizationId, id }
  }

  it('make whoever accepts one a member, once', async () => {
    const { database } = engine
    const { ann, bob, organizationId, id } = await addInvitation()
    expect(await listInvitations(database, organizationId)).toMatchObject([{ id, email: 'bob@example.org' }])
    expect(await findInvitationByTokenHash(database, 'hash')).toMatchObject({
      id,
      organizationName: 'Fairview Police Department',
    })
    expect(await acceptInvitation(database, 'hash', bob, at)).toBe('accepted')
    expect(await listMembers(database, organizationId)).toMatchObject([
      { personId: ann },
      { personId: bob, role: 'contributor' },
    ])
    expect(await listInvitations(database, organizationId)).toEqual([])

    await removeMember(database, { organizationId, personId: bob, by: ann, at })
    expect(await acceptInvitation(database, 'hash', bob, at)).toBe('used')
    expect(await listMembers(database, organizationId)).toHaveLength(1)
  })

  it('make one member when several accept the same link at the same moment', async () => {
    const { database } = engine
    const { bob, organizationId } = await addInvitation()
    const others = [await addPerson(database, 'Cleo'), await addPerson(database, 'Dan'), bob]
    const outcomes = await Promise.all(others.map((person) => acceptInvitation(database, 'hash', person, at)))
    expect([...outcomes].sort()).toEqual(['accepted', 'used', 'used'])
    expect(await listMembers(database, organizationId)).toHaveLength(2)
  })

  it('leave the role of somebody who is a member already', async () => {
    const { database } = engine
    const { ann, organizationId } = await addInvitation()
    expect(await acceptInvitation(database, 'hash', ann, at)).toBe('accepted')
    expect(await listMembers(database, organizationId)).toMatchObject([
      { personId: ann, role: 'coordinator' },
    ])
  })

  it('let nobody in once they have expired or were withdrawn, or if they never were', async () => {
    const { database } = engine
    const { ann, bob, organizationId, id } = await addInvitation()
    expect(await acceptInvitation(database, 'hash', bob, minute(60))).toBe('expired')
    expect(await acceptInvitation(database, 'another hash', bob, at)).toBe('unknown')
    const which = { organizationId, invitationId: id, by: ann, at }
    expect(await withdrawInvitation(database, { ...which, organizationId: 'another' })).toBe(false)
    expect(await withdrawInvitation(database, which)).toBe(true)
    expect(await withdrawInvitation(database, which)).toBe(false)
    expect(await acceptInvitation(database, 'hash', bob, at)).toBe('withdrawn')
    expect(await listInvitations(database, organizationId)).toEqual([])
    expect(await listMembers(database, organizationId)).toHaveLength(1)
  })

  it('are counted since a moment', async () => {
    const { database } = engine
    const { organizationId } = await addInvitation()
    expect(await countInvitationsSince(database, organizationId, minute(1))).toBe(1)
    expect(await countInvitationsSince(database, organizationId, minute(2))).toBe(0)
  })
})
