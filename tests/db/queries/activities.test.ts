import { expect, it } from 'vitest'
import { namesOfSubjects } from '#db/queries/activities.server.ts'
import { invite } from '#db/queries/invitations.server.ts'
import { createOrganization } from '#db/queries/organizations.server.ts'
import { describeEngines } from '#tests/support/engines.ts'

const at = new Date('2026-03-01T12:00:00Z')
const profile = {
  kind: 'partner',
  name: 'Harborlight',
  state: 'OH',
  county: 'Lark',
  timeZone: 'America/New_York',
  agencyType: null,
  ori: null,
  sizeBand: null,
  reassessMonths: 12,
} as const

describeEngines('namesOfSubjects', (engine) => {
  it('names people, and those whom this organization invited and no other', async () => {
    const { database } = engine
    await database.orm
      .insert(database.tables.people)
      .values({ id: 'p', name: 'Pat', email: 'p@example.org', createdAt: at, updatedAt: at })
    const creation = { createdBy: 'p', status: 'confirmed', at } as const
    const mine = await createOrganization(database, profile, creation)
    const other = await createOrganization(database, profile, creation)
    const inviting = (organizationId: string, email: string) =>
      invite(database, {
        organizationId,
        email,
        role: 'viewer',
        invitedBy: 'p',
        tokenHash: email,
        expiresAt: at,
        at,
      })
    const ours = await inviting(mine.id, 'ours@example.org')
    const theirs = await inviting(other.id, 'theirs@example.org')
    const names = await namesOfSubjects(database, mine.id, ['p', ours.id, theirs.id, 'leadership'])
    expect(Object.fromEntries(names)).toEqual({ p: 'Pat', [ours.id]: 'ours@example.org' })
    expect(await namesOfSubjects(database, mine.id, [])).toEqual(new Map())
  })
})
