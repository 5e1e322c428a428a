import { expect, it } from 'vitest'
import { withdrawInvitation } from '#db/queries/decide-enrollment.server.ts'
import { deletePerson } from '#db/queries/delete-person.server.ts'
import { declineEnrollmentByLink, enrollByLink } from '#db/queries/enroll-by-link.server.ts'
import {
  countEnrollments,
  findEnrollmentByTokenHash,
  listEnrollments,
} from '#db/queries/enrollments.server.ts'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import { inviteAgency, inviteByMail } from '#db/queries/invite-agency.server.ts'
import { findSharing } from '#db/queries/sharing.server.ts'
import { addOrganization, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addBoth, invited } from '#tests/support/enrollment-builders.ts'

const at = minute(10)
const profileOnly = { step: 'profile', notes: false } as const

describeEngines('an invitation by mail', (engine) => {
  const mailed = {
    email: 'Ann@Example.org',
    tokenHash: 'hash',
    expiresAt: minute(60),
    agencyName: 'Fairview',
  }

  const addMailed = async () => {
    const both = await addBoth(engine)
    const id = await invited(inviteByMail(both.database, both.inviting, mailed))
    return { ...both, id }
  }

  it('is accepted once, by an agency, with what it shares', async () => {
    const { database, pat, ann, programId, agencyId, agency, id } = await addMailed()
    expect(await listEnrollments(database, programId, { statuses: ['invited'], limit: 9 })).toMatchObject([
      { id, agency: null, email: 'ann@example.org', agencyName: 'Fairview' },
    ])
    const found = await findEnrollmentByTokenHash(database, 'hash')
    expect(found).toMatchObject({ id, program: { name: 'State Office' }, invitedByName: 'Pat' })
    const choice = { step: 'answers', notes: true } as const
    for (const [kind, by] of [
      ['partner', ann],
      ['program', pat],
    ] as const) {
      const other = await addOrganization(database, by, { kind })
      const outcome = await enrollByLink(database, 'hash', { ...agency, organizationId: other }, choice)
      expect(outcome).toEqual({ status: 'not-possible' })
    }
    const outcomes = await Promise.all([
      enrollByLink(database, 'hash', agency, choice),
      enrollByLink(database, 'hash', agency, choice),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['accepted', 'used'])
    expect(await findSharing(database, programId, agencyId)).toMatchObject({ step: 'answers', notes: true })
    expect(await declineEnrollmentByLink(database, 'hash', { by: ann, at })).toEqual({ status: 'used' })
  })

  it('dies by being declined, withdrawn, or too old', async () => {
    const { database, ann, agency, program, id, inviting, programId } = await addMailed()
    const enrollLate = enrollByLink(database, 'hash', { ...agency, at: minute(60) }, profileOnly)
    expect(await enrollLate).toEqual({ status: 'expired' })
    expect(await enrollByLink(database, 'other', agency, profileOnly)).toEqual({ status: 'unknown' })
    expect(await declineEnrollmentByLink(database, 'hash', { by: ann, at })).toEqual({
      status: 'declined-now',
      id,
    })
    expect(await enrollByLink(database, 'hash', agency, profileOnly)).toEqual({ status: 'declined' })
    const second = { ...mailed, tokenHash: 'second' }
    const enrollmentId = await invited(inviteByMail(database, inviting, second))
    expect(await withdrawInvitation(database, { enrollmentId, ...program })).toBe('done')
    expect(await enrollByLink(database, 'second', agency, profileOnly)).toEqual({ status: 'withdrawn' })
    expect(await countEnrollments(database, programId)).toMatchObject({ statuses: { active: 0, invited: 0 } })
  })

  it('goes to an address once at a time', async () => {
    const { database, inviting } = await addMailed()
    const again = (tokenHash: string, at: Date) =>
      inviteByMail(database, { ...inviting, at }, { ...mailed, tokenHash, expiresAt: minute(200) })
    expect(await again('second', minute(59))).toEqual({ status: 'one-is-open' })
    const outcomes = await Promise.all([again('third', minute(60)), again('fourth', minute(60))])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['invited', 'one-is-open'])
  })

  it('is refused to an agency that the program has invited already', async () => {
    const { database, agencyId, agency, inviting } = await addMailed()
    await inviteAgency(database, inviting, agencyId)
    expect(await enrollByLink(database, 'hash', agency, profileOnly)).toEqual({ status: 'one-is-open' })
  })

  it('leaves no secret in the records of either', async () => {
    const { database, programId, agencyId, agency, id } = await addMailed()
    await enrollByLink(database, 'hash', agency, { step: 'scores', notes: false })
    for (const organizationId of [programId, agencyId]) {
      const records = await exportOrganization(database, organizationId)
      expect(records?.enrollments).toMatchObject([{ id, shares: 'scores', status: 'active' }])
      expect(JSON.stringify(records)).not.toContain('"hash"')
      expect(records?.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ann', 'Pat']))
    }
  })

  it('keeps no address of somebody who deleted their account', async () => {
    const { database, ann, programId } = await addMailed()
    await database.orm.delete(database.tables.members)
    expect(await deletePerson(database, ann, at)).toEqual({ status: 'deleted' })
    const listed = await listEnrollments(database, programId, { statuses: ['invited'], limit: 9 })
    expect(listed).toMatchObject([{ email: null, agencyName: 'Fairview' }])
  })
})
