import { expect, it } from 'vitest'
import { listActivities, recordActivity } from '#db/queries/activities.server.ts'
import { listMembers } from '#db/queries/members.server.ts'
import {
  createOrganization,
  decideOrganization,
  editOrganization,
  findOrganization,
  listOrganizationsWaiting,
} from '#db/queries/organizations.server.ts'
import { addOrganization, addPerson, minute, profile } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

describeEngines('organizations', (engine) => {
  it('are created with their creator as coordinator, and wait to be confirmed', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const root = await addPerson(database, 'Root')
    const creation = { createdBy: ann, status: 'waiting', at: minute(1) } as const
    const { id } = await createOrganization(database, { ...profile, kind: 'agency' }, creation)
    await addOrganization(database, ann, { name: 'Confirmed at once' })

    expect(await findOrganization(database, id)).toMatchObject({
      ...profile,
      kind: 'agency',
      status: 'waiting',
    })
    expect(await listMembers(database, id)).toMatchObject([{ personId: ann, role: 'coordinator' }])
    expect(await listOrganizationsWaiting(database)).toMatchObject([
      { id, createdByName: 'Ann', createdByEmail: 'ann@example.org' },
    ])

    const decision = { by: root, at: minute(2) }
    expect(await decideOrganization(database, id, 'confirmed', decision)).toBe(true)
    expect(await decideOrganization(database, id, 'declined', decision)).toBe(false)
    expect(await findOrganization(database, id)).toMatchObject({
      status: 'confirmed',
      decidedAt: minute(2),
      decidedBy: root,
    })
    expect(await listOrganizationsWaiting(database)).toEqual([])
    const log = await listActivities(database, id, { limit: 9 })
    expect(log.map(({ action, personName }) => [action, personName])).toEqual([
      ['organization.confirmed', 'Root'],
      ['organization.created', 'Ann'],
    ])
  })

  it('can be edited', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const id = await addOrganization(database, ann)
    const edit = { by: ann, at: minute(3) }
    expect(await editOrganization(database, id, { name: 'Renamed', sizeBand: null }, edit)).toBe(true)
    expect(await editOrganization(database, 'none', { name: 'Renamed' }, edit)).toBe(false)
    expect(await findOrganization(database, id)).toMatchObject({
      name: 'Renamed',
      sizeBand: null,
      county: 'Adams',
    })
    expect(await findOrganization(database, 'none')).toBeUndefined()
  })
})

describeEngines('listActivities', (engine) => {
  it('gives the log page by page, newest first, none twice and none left out', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const organizationId = await addOrganization(database, ann)
    for (let index = 0; index < 9; index++) {
      const at = minute(Math.floor(index / 3))
      await recordActivity(database, {
        organizationId,
        personId: ann,
        action: 'records.exported',
        subject: String(index),
        at,
      })
    }
    const all = await listActivities(database, organizationId, { limit: 99 })
    expect(all).toHaveLength(10)
    const paged = []
    for (;;) {
      const before = paged.at(-1)
      const page = await listActivities(database, organizationId, { limit: 4, ...(before && { before }) })
      paged.push(...page)
      if (page.length < 4) break
    }
    expect(paged).toEqual(all)
    expect(all.map(({ at }) => at.getTime())).toEqual(
      all.map(({ at }) => at.getTime()).sort((one, other) => other - one),
    )
  })
})
