import { expect, it } from 'vitest'
import { assign, listAssignments } from '#db/queries/assignments.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { changeRole, leave, listMembers, removeMember } from '#db/queries/members.server.ts'
import {
  addAssessment,
  addMember,
  addOrganization,
  addPerson,
  minute,
} from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

const at = minute(10)

describeEngines('members', (engine) => {
  const addAgency = async () => {
    const ann = await addPerson(engine.database, 'Ann')
    return { ann, organizationId: await addOrganization(engine.database, ann) }
  }
  const roles = async (organizationId: string) => {
    const members = await listMembers(engine.database, organizationId)
    return members.map(({ name, role }) => `${name}: ${role}`)
  }

  it('are listed by name, with their addresses', async () => {
    const { database } = engine
    const { organizationId } = await addAgency()
    await addMember(database, organizationId, 'álvaro', 'viewer')
    await addMember(database, organizationId, 'Zoe', 'contributor')
    expect(await roles(organizationId)).toEqual(['álvaro: viewer', 'Ann: coordinator', 'Zoe: contributor'])
    expect((await listMembers(database, organizationId))[1]).toEqual({
      personId: 'ann',
      name: 'Ann',
      email: 'ann@example.org',
      role: 'coordinator',
      since: minute(0),
    })
  })

  it('get another role, which the log says', async () => {
    const { database } = engine
    const { ann, organizationId } = await addAgency()
    const personId = await addMember(database, organizationId, 'Bob', 'viewer')
    const change = { organizationId, personId, by: ann, at }
    expect(await changeRole(database, { ...change, role: 'coordinator' })).toBe('done')
    expect(await changeRole(database, { ...change, personId: ann, role: 'viewer' })).toBe('done')
    expect(await roles(organizationId)).toEqual(['Ann: viewer', 'Bob: coordinator'])
    const [latest] = await listActivities(database, organizationId, { limit: 1 })
    expect(latest).toMatchObject({ action: 'member.role-changed', personName: 'Ann' })
  })

  it('lose with their membership what was theirs to answer', async () => {
    const { database } = engine
    const { ann, organizationId } = await addAgency()
    const personId = await addMember(database, organizationId, 'Bob', 'contributor')
    const assessmentId = await addAssessment(database, organizationId, ann)
    const target = { assessmentId, side: 'agency', organizationId, target: 'leadership' } as const
    await assign(database, target, personId, { by: ann, at })
    expect(await removeMember(database, { organizationId, personId, by: ann, at })).toBe('done')
    expect(await listAssignments(database, assessmentId, 'agency')).toEqual([])
    expect(await roles(organizationId)).toEqual(['Ann: coordinator'])
    expect(await removeMember(database, { organizationId, personId, by: ann, at })).toBe('unknown')
  })

  it('cannot be without a coordinator: the last one is neither demoted nor removed and cannot leave', async () => {
    const { database } = engine
    const { ann, organizationId } = await addAgency()
    await addMember(database, organizationId, 'Bob', 'contributor')
    const elsewhere = await addOrganization(database, 'bob', { name: 'Elsewhere' })
    expect(elsewhere).not.toBe(organizationId)
    const change = { organizationId, personId: ann, by: ann, at }
    const before = await listActivities(database, organizationId, { limit: 9 })
    expect(await changeRole(database, { ...change, role: 'contributor' })).toBe('last-coordinator')
    expect(await removeMember(database, change)).toBe('last-coordinator')
    expect(await leave(database, change)).toBe('last-coordinator')
    expect(await changeRole(database, { ...change, role: 'coordinator' })).toBe('done')
    expect(await roles(organizationId)).toEqual(['Ann: coordinator', 'Bob: contributor'])
    expect(await listActivities(database, organizationId, { limit: 9 })).toHaveLength(before.length + 1)
  })

  it('keep a coordinator when all of them leave, are demoted and are removed at the same moment', async () => {
    const { database } = engine
    for (let round = 0; round < 5; round++) {
      const first = await addPerson(database, `First ${round}`)
      const organizationId = await addOrganization(database, first)
      const second = await addMember(database, organizationId, `Second ${round}`, 'coordinator')
      const third = await addMember(database, organizationId, `Third ${round}`, 'coordinator')
      const outcomes = await Promise.all([
        leave(database, { organizationId, personId: first, at }),
        changeRole(database, { organizationId, personId: second, role: 'viewer', by: third, at }),
        removeMember(database, { organizationId, personId: third, by: first, at }),
      ])
      expect([...outcomes].sort()).toEqual(['done', 'done', 'last-coordinator'])
      const members = await listMembers(database, organizationId)
      expect(members.filter(({ role }) => role === 'coordinator')).toHaveLength(1)
    }
  })
})
