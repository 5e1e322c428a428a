import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as logScreen from '#app/routes/activity-log/route.tsx'
import * as membersScreen from '#app/routes/members/route.tsx'
import { membershipsOf } from '#db/queries/memberships.server.ts'
import { organizationIn } from '#tests/support/organization-steps.ts'
import { addMember, cookieFor, testProgram, type TestProgram } from '#tests/support/program.ts'
import { browserOf } from '#tests/support/visiting.ts'

const email = 'sam@example.org'

describe('members', () => {
  const roleOf = async (program: TestProgram, personId: string) =>
    (await membershipsOf(program.database, personId)).map(({ role }) => role)

  it('get another role, and are removed, by a coordinator', async () => {
    const program = await testProgram()
    const organization = await organizationIn(program)
    const personId = await addMember(program, organization.id, 'viewer')
    await organization.send({ intent: 'change-role', personId, role: 'contributor' })
    expect(await roleOf(program, personId)).toEqual(['contributor'])
    await organization.send({ intent: 'remove', personId })
    expect(await roleOf(program, personId)).toEqual([])
    expect((await organization.send({ intent: 'remove', personId })).status).toBe(404)
  })

  it.each([
    ['demoted', { intent: 'change-role', role: 'viewer' }],
    ['removed', { intent: 'remove' }],
    ['leaving', { intent: 'leave' }],
  ])('who are the last coordinator are not %s, and the page says why', async (_title, fields) => {
    const program = await testProgram()
    const organization = await organizationIn(program)
    await addMember(program, organization.id, 'contributor')
    const outcome = await organization.send({ ...fields, personId: organization.coordinator })
    expect(outcome).toMatchObject({
      status: 409,
      data: { faults: [expect.stringContaining('at least one coordinator')] },
    })
    expect(await roleOf(program, organization.coordinator)).toEqual(['coordinator'])
  })

  it('leave by themselves', async () => {
    const program = await testProgram()
    const organization = await organizationIn(program)
    const personId = await addMember(program, organization.id, 'viewer')
    const browser = Object.assign(browserOf(program), { cookie: await cookieFor(program, personId) })
    expect((await organization.send({ intent: 'leave' }, browser)).location).toBe('/?done=left')
    expect(await roleOf(program, personId)).toEqual([])
  })

  it('see each other by name; addresses and invitations are for coordinators', async () => {
    const program = await testProgram()
    const organization = await organizationIn(program)
    await organization.invite(email)
    const personId = await addMember(program, organization.id, 'contributor')
    const browser = Object.assign(browserOf(program), { cookie: await cookieFor(program, personId) })
    const path = `/organizations/${organization.id}/members`
    const { data } = await browser.open(membersScreen, path, { organizationId: organization.id })
    expect(data).toMatchObject({
      manages: false,
      members: [
        { name: 'A contributor', email: null },
        { name: 'Cory Coordinator', email: null },
      ],
      invitations: [],
    })
    for (const intent of ['invite', 'withdraw', 'change-role', 'remove', 'x']) {
      expect((await organization.send({ intent, personId }, browser)).status).toBe(404)
    }
  })

  it('find what was done with them in the log, as sentences, a page at a time', async () => {
    const program = await testProgram({ now: new Date('2026-03-01T12:00:00Z') })
    const organization = await organizationIn(program)
    const personId = await addMember(program, organization.id, 'viewer')
    for (let count = 0; count < 60; count++) {
      program.setNow(new Date(Date.parse('2026-03-01T12:00:00Z') + count * 60_000))
      await organization.send({ intent: 'change-role', personId, role: count % 2 ? 'viewer' : 'contributor' })
    }
    await organization.invite(email)
    const params = { organizationId: organization.id }
    const path = `/organizations/${organization.id}/log`
    const pageSchema = z.object({
      entries: z.array(z.object({ id: z.string(), sentence: z.string() })),
      older: z.string().nullable(),
    })
    const first = pageSchema.parse((await organization.browser.open(logScreen, path, params)).data)
    expect(first.entries.map(({ sentence }) => sentence)).toContain(
      'Cory Coordinator changed the role of A viewer.',
    )
    expect(first.entries.map(({ sentence }) => sentence)).toContain(`Cory Coordinator invited ${email}.`)
    const next = `${path}?before=${encodeURIComponent(first.older ?? '')}`
    const second = pageSchema.parse((await organization.browser.open(logScreen, next, params)).data)
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(61)
    expect(second.older).toBeNull()
    expect((await organization.browser.open(logScreen, `${path}?before=nonsense`, params)).status).toBe(200)
  })
})
