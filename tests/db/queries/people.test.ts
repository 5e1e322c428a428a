import { count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { deletePerson } from '#db/queries/delete-person.server.ts'
import { invite, listInvitations } from '#db/queries/invitations.server.ts'
import { changeRole, listMembers } from '#db/queries/members.server.ts'
import { membershipsOf } from '#db/queries/memberships.server.ts'
import { decideOrganization } from '#db/queries/organizations.server.ts'
import { queueMail } from '#db/queries/outgoing-mail.server.ts'
import {
  findPerson,
  findPersonByEmail,
  listAdministrators,
  removeSecondFactor,
  setAdministrator,
} from '#db/queries/people.server.ts'
import { listPartnerships } from '#db/queries/partnerships.server.ts'
import { proposeByMail } from '#db/queries/propose-partnership.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { findSignedIn } from '#db/queries/sessions.server.ts'
import {
  addAnswering,
  addMember,
  addOrganization,
  addPerson,
  minute,
  save,
} from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

const at = minute(10)

async function addSignIns(database: Database, userId: string) {
  const { sessions, accounts, twoFactors } = database.tables
  const times = { createdAt: at, updatedAt: at }
  await database.orm
    .insert(sessions)
    .values({ id: `session-${userId}`, token: `token-${userId}`, userId, expiresAt: minute(60), ...times })
  await database.orm
    .insert(accounts)
    .values({ id: `account-${userId}`, accountId: userId, providerId: 'credential', userId, ...times })
  await database.orm
    .insert(twoFactors)
    .values({ id: `factor-${userId}`, secret: 'secret', backupCodes: 'codes', userId })
}

describeEngines('people', (engine) => {
  it('are found by id and by address, in whatever case it is written', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    expect(await findPerson(database, ann)).toMatchObject({ name: 'Ann', administrator: false })
    expect(await findPersonByEmail(database, 'Ann@Example.org')).toMatchObject({ id: ann })
    expect(await findPerson(database, 'nobody')).toBeUndefined()
    expect(await findPersonByEmail(database, 'nobody@example.org')).toBeUndefined()
  })

  it('can be made administrators, and unmade', async () => {
    const { database } = engine
    await addPerson(database, 'Bob')
    await addPerson(database, 'Ann')
    expect(await setAdministrator(database, 'Bob@example.org', true)).toBe(true)
    expect(await setAdministrator(database, 'ann@example.org', true)).toBe(true)
    expect(await setAdministrator(database, 'nobody@example.org', true)).toBe(false)
    expect((await listAdministrators(database)).map(({ id }) => id)).toEqual(['ann', 'bob'])
    expect(await findPerson(database, 'ann')).toMatchObject({ administrator: true })
    await setAdministrator(database, 'ann@example.org', false)
    expect((await listAdministrators(database)).map(({ id }) => id)).toEqual(['bob'])
  })

  it('can have their second factor taken away', async () => {
    const { database } = engine
    const { people, twoFactors } = database.tables
    const ann = await addPerson(database, 'Ann')
    await addSignIns(database, ann)
    await database.orm.update(people).set({ twoFactorEnabled: true })
    await removeSecondFactor(database, ann, at)
    expect(await findPerson(database, ann)).toMatchObject({ twoFactorEnabled: false, updatedAt: at })
    expect(await database.orm.$count(twoFactors)).toBe(0)
  })

  it('have memberships, by the organization’s name, and act by them', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const first = await addOrganization(database, ann, { name: 'Zion Police' })
    const second = await addOrganization(database, ann, { name: 'Acme Behavioral Health', kind: 'partner' })
    const { organizations } = database.tables
    await database.orm.update(organizations).set({ status: 'waiting' }).where(eq(organizations.id, second))
    const memberships = [
      {
        organizationId: second,
        name: 'Acme Behavioral Health',
        kind: 'partner',
        role: 'coordinator',
        confirmed: false,
        status: 'waiting',
      },
      {
        organizationId: first,
        name: 'Zion Police',
        kind: 'agency',
        role: 'coordinator',
        confirmed: true,
        status: 'confirmed',
      },
    ]
    expect(await membershipsOf(database, ann)).toEqual(memberships)
    expect(await membershipsOf(database, 'nobody')).toEqual([])
    expect(await decideOrganization(database, second, 'declined', { by: ann, at })).toBe(true)
    expect(await membershipsOf(database, ann)).toMatchObject([{ confirmed: false, status: 'declined' }, {}])
  })
})

describeEngines('sessions', (engine) => {
  it('give the person and their memberships until they expire', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    await addSignIns(database, ann)
    expect(await findSignedIn(database, 'token-ann', at)).toMatchObject({
      session: { id: 'session-ann', expiresAt: minute(60) },
      person: { id: ann, name: 'Ann' },
      memberships: [],
      actor: { personId: ann, administrator: false, memberships: [] },
    })
    const organizationId = await addOrganization(database, ann)
    await addOrganization(database, ann, { name: 'Another' })
    const signedIn = await findSignedIn(database, 'token-ann', at)
    const memberships = await membershipsOf(database, ann)
    expect(signedIn).toMatchObject({ memberships, actor: { memberships } })
    expect(memberships.map((membership) => membership.organizationId)).toContain(organizationId)
    expect(await findSignedIn(database, 'token-ann', minute(60))).toBeUndefined()
    expect(await findSignedIn(database, 'another-token', at)).toBeUndefined()
  })
})

describeEngines('deletePerson', (engine) => {
  it('leaves a former member whose answers stay, and nothing else of theirs', async () => {
    const { database } = engine
    const { agencyId, assessmentId, ann, bob } = await addAnswering(database)
    const { tables } = database
    await addSignIns(database, bob)
    await save(database, assessmentId, bob, { itemId: 'a.one', response: { value: 1 } })
    await database.orm.insert(tables.contributors).values({ assessmentId, personId: bob })
    await database.orm
      .insert(tables.assignments)
      .values({ assessmentId, target: 'a', personId: bob, assignedAt: at })
    await database.orm
      .insert(tables.places)
      .values({ assessmentId, personId: bob, domainId: 'a', itemId: null, at })
    const link = {
      organizationId: agencyId,
      role: 'viewer',
      invitedBy: ann,
      expiresAt: minute(99),
      at,
    } as const
    await invite(database, { ...link, email: 'bob@example.org', tokenHash: 'b' })
    await invite(database, { ...link, email: 'cleo@example.org', tokenHash: 'c' })
    const proposing = { organizationId: agencyId, side: 'agency', by: ann, at } as const
    await proposeByMail(database, proposing, {
      email: 'Bob@example.org',
      tokenHash: 'p',
      expiresAt: minute(99),
    })
    await queueMail(database, { recipient: 'bob@example.org', subject: 's', body: 'b', at })

    expect(await deletePerson(database, bob, at)).toEqual({ status: 'deleted' })

    expect(await findPerson(database, bob)).toMatchObject({
      name: 'Former member',
      email: 'former-bob@invalid',
      emailVerified: false,
      deletedAt: at,
    })
    const { sessions, accounts, twoFactors, contributors, assignments, places, outgoingMail } = tables
    for (const table of [sessions, accounts, twoFactors, contributors, assignments, places, outgoingMail]) {
      expect(await database.orm.select({ rows: count() }).from(table)).toEqual([{ rows: 0 }])
    }
    expect((await listMembers(database, agencyId)).map(({ personId }) => personId)).toEqual([ann])
    expect((await listInvitations(database, agencyId)).map(({ email }) => email)).toEqual([
      'cleo@example.org',
    ])
    expect((await readResponses(database, assessmentId, 'agency')).get('a.one')).toMatchObject({
      response: { value: 1 },
      updatedByName: 'Former member',
    })
    const proposed = await listPartnerships(database, agencyId)
    expect(proposed).toMatchObject([{ status: 'proposed', other: null, email: null }])
    expect(await findSignedIn(database, 'token-bob', at)).toBeUndefined()
    const log = await listActivities(database, agencyId, { limit: 9 })
    expect(log).toContainEqual(expect.objectContaining({ action: 'person.deleted', personId: bob }))
    expect(await deletePerson(database, bob, at)).toEqual({ status: 'unknown' })
  })

  it('refuses the last coordinator of an organization with other members, and names it', async () => {
    const { database } = engine
    const { agencyId, ann } = await addAnswering(database)
    await addOrganization(database, ann, { name: 'Only Ann' })
    expect(await deletePerson(database, ann, at)).toEqual({
      status: 'needed',
      coordinatorOf: [{ id: agencyId, name: 'Fairview Police Department' }],
      administrator: false,
    })
    expect(await findPerson(database, ann)).toMatchObject({ name: 'Ann', deletedAt: null })
    await addMember(database, agencyId, 'Cleo', 'coordinator')
    expect(await deletePerson(database, ann, at)).toEqual({ status: 'deleted' })
    expect(await deletePerson(database, 'nobody', at)).toEqual({ status: 'unknown' })
  })

  it('refuses the last administrator, also for a second reason', async () => {
    const { database } = engine
    const { agencyId, ann, bob } = await addAnswering(database)
    await setAdministrator(database, 'ann@example.org', true)
    await setAdministrator(database, 'bob@example.org', true)
    expect(await deletePerson(database, bob, at)).toEqual({ status: 'deleted' })
    await addMember(database, agencyId, 'Cleo', 'viewer')
    const both = { status: 'needed', administrator: true, coordinatorOf: [{ id: agencyId }] }
    expect(await deletePerson(database, ann, at)).toMatchObject(both)
    await changeRole(database, {
      ...{ organizationId: agencyId, personId: 'cleo', role: 'coordinator', by: ann, at },
    })
    const one = { status: 'needed', administrator: true, coordinatorOf: [] }
    expect(await deletePerson(database, ann, at)).toEqual(one)
    expect(await findPerson(database, ann)).toMatchObject({ administrator: true, deletedAt: null })
  })

  it('leaves one when the two last administrators delete their accounts at the same moment', async () => {
    const { database } = engine
    const pair = [await addPerson(database, 'First'), await addPerson(database, 'Second')]
    for (const id of pair) await setAdministrator(database, `${id}@example.org`, true)
    const outcomes = await Promise.all(pair.map((id) => deletePerson(database, id, at)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['deleted', 'needed'])
    expect(await listAdministrators(database)).toHaveLength(1)
  })

  it('lets one go when the two last coordinators delete their accounts at the same moment', async () => {
    const { database } = engine
    for (let round = 0; round < 3; round++) {
      const first = await addPerson(database, `First${round}`)
      const organizationId = await addOrganization(database, first)
      const second = await addMember(database, organizationId, `Second${round}`, 'coordinator')
      await addMember(database, organizationId, `Third${round}`, 'viewer')
      const outcomes = await Promise.all([
        deletePerson(database, first, at),
        deletePerson(database, second, at),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['deleted', 'needed'])
    }
  })
})
