import { expect, it } from 'vitest'
import { listActivities, namesOfSubjects } from '#db/queries/activities.server.ts'
import {
  acceptEnrollment,
  changeSharing,
  declineEnrollment,
  endEnrollment,
  withdrawInvitation,
} from '#db/queries/decide-enrollment.server.ts'
import {
  countEnrollments,
  listEnrollments,
  listEnrollmentsOfAgency,
  openEnrollments,
  recentInvitations,
} from '#db/queries/enrollments.server.ts'
import { inviteAgency, inviteByMail } from '#db/queries/invite-agency.server.ts'
import { createOrganization } from '#db/queries/organizations.server.ts'
import { findSharing, listShared } from '#db/queries/sharing.server.ts'
import { addOrganization, minute, profile } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { addBoth, enroll, invited } from '#tests/support/enrollment-builders.ts'

const at = minute(10)
const profileOnly = { step: 'profile', notes: false } as const
const everyStatus = ['invited', 'active', 'declined', 'withdrawn', 'ended'] as const

describeEngines('an enrollment', (engine) => {
  const actionsOf = async (organizationId: string) =>
    (await listActivities(engine.database, organizationId, { limit: 50 }))
      .flatMap(({ action }) => (/^(enrollment|consent)/.test(action) ? [action] : []))
      .sort()

  it('begins with an invitation, which shows the program nothing, and holds once the agency accepts', async () => {
    const { database, programId, agencyId, agency, inviting } = await addBoth(engine)
    const enrollmentId = await invited(inviteAgency(database, inviting, agencyId))
    expect(await findSharing(database, programId, agencyId)).toBeNull()
    expect(await listEnrollmentsOfAgency(database, agencyId)).toMatchObject([
      { id: enrollmentId, status: 'invited', program: { name: 'State Office' }, invitedByName: 'Pat' },
    ])
    const choice = { step: 'scores', notes: true } as const
    expect(await acceptEnrollment(database, { enrollmentId, ...agency }, choice)).toBe('done')
    expect(await findSharing(database, programId, agencyId)).toEqual({
      step: 'scores',
      notes: false,
      partner: false,
    })
    const log = ['enrollment.accepted', 'enrollment.invited']
    expect(await actionsOf(programId)).toEqual(log)
    expect(await actionsOf(agencyId)).toEqual(log)
    expect(await namesOfSubjects(database, programId, [enrollmentId])).toEqual(
      new Map([[enrollmentId, profile.name]]),
    )
    expect(await namesOfSubjects(database, agencyId, [enrollmentId])).toEqual(
      new Map([[enrollmentId, 'State Office']]),
    )
  })

  it('shares what the agency says, from the moment that it says so', async () => {
    const { database, programId, agencyId, agency, program, between } = await addBoth(engine)
    const enrollmentId = await enroll(database, between, 'answers', true)
    const read = () => findSharing(database, programId, agencyId)
    expect(await read()).toEqual({ step: 'answers', notes: true, partner: false })
    const decision = { enrollmentId, ...agency }
    expect(await changeSharing(database, decision, { step: 'answers', notes: false })).toBe('done')
    expect(await read()).toMatchObject({ step: 'answers', notes: false })
    expect(await changeSharing(database, decision, { step: 'scores', notes: true })).toBe('done')
    expect(await read()).toMatchObject({ step: 'scores', notes: false })
    expect(await changeSharing(database, { enrollmentId, ...program }, profileOnly)).toBe('unknown')
    expect(await read()).toMatchObject({ step: 'scores' })
    expect(await actionsOf(programId)).toEqual([
      'enrollment.accepted',
      'enrollment.invited',
      'enrollment.sharing-changed',
      'enrollment.sharing-changed',
    ])
  })

  it.each(['program', 'agency'] as const)(
    'is ended by the %s, once, and shares nothing then',
    async (end) => {
      const { database, programId, agencyId, between, ...ends } = await addBoth(engine)
      const enrollmentId = await enroll(database, between, 'answers', true)
      expect(await endEnrollment(database, { enrollmentId, ...ends[end] })).toBe('done')
      expect(await endEnrollment(database, { enrollmentId, ...ends[end] })).toBe('unknown')
      expect(await changeSharing(database, { enrollmentId, ...ends.agency }, profileOnly)).toBe('unknown')
      expect(await findSharing(database, programId, agencyId)).toBeNull()
      expect(await listShared(database, programId, undefined, 10)).toEqual([])
      expect(await actionsOf(agencyId)).toContain('enrollment.ended')
      await enroll(database, between)
      expect(await findSharing(database, programId, agencyId)).toMatchObject({
        step: 'profile',
        notes: false,
      })
    },
  )

  it('is accepted and declined by the agency alone, and withdrawn by the program alone', async () => {
    const { database, ann, agencyId, programId, agency, program, inviting } = await addBoth(engine)
    const third = { organizationId: await addOrganization(database, ann, { name: 'A third' }), by: ann, at }
    const enrollmentId = await invited(inviteAgency(database, inviting, agencyId))
    for (const one of [program, third, { ...agency, organizationId: 'nothing' }]) {
      const decision = { enrollmentId, ...one }
      expect(await acceptEnrollment(database, decision, profileOnly)).toBe('unknown')
      expect(await declineEnrollment(database, decision)).toBe('unknown')
    }
    expect(await withdrawInvitation(database, { enrollmentId, ...agency })).toBe('unknown')
    expect(await endEnrollment(database, { enrollmentId, ...program })).toBe('unknown')
    expect(await withdrawInvitation(database, { enrollmentId, ...program })).toBe('done')
    expect(await acceptEnrollment(database, { enrollmentId, ...agency }, profileOnly)).toBe('unknown')
    const again = await invited(inviteAgency(database, inviting, agencyId))
    expect(await declineEnrollment(database, { enrollmentId: again, ...agency })).toBe('done')
    expect(await findSharing(database, programId, agencyId)).toBeNull()
    expect(await actionsOf(third.organizationId)).toEqual([])
  })

  it('is one at most between two organizations, also when invited twice at the same moment', async () => {
    const { database, programId, agencyId, inviting } = await addBoth(engine)
    const outcomes = await Promise.all([1, 2, 3].map(() => inviteAgency(database, inviting, agencyId)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['invited', 'one-is-open', 'one-is-open'])
    expect(await actionsOf(agencyId)).toEqual(['enrollment.invited'])
    expect(await openEnrollments(database, programId, at)).toMatchObject([{ agencyId, status: 'invited' }])
  })

  it('is either accepted or withdrawn where both come at once', async () => {
    const { database, programId, agencyId, agency, program, inviting } = await addBoth(engine)
    const enrollmentId = await invited(inviteAgency(database, inviting, agencyId))
    const outcomes = await Promise.all([
      acceptEnrollment(database, { enrollmentId, ...agency }, { step: 'answers', notes: true }),
      withdrawInvitation(database, { enrollmentId, ...program }),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    const sharing = await findSharing(database, programId, agencyId)
    expect(sharing === null).toBe(outcomes[1] === 'done')
  })

  it('joins a confirmed program with a confirmed agency only', async () => {
    const { database, ann, programId, agencyId, inviting } = await addBoth(engine)
    const waiting = await createOrganization(
      database,
      { ...profile, kind: 'agency' },
      { createdBy: ann, status: 'waiting', at },
    )
    const partner = await addOrganization(database, ann, { kind: 'partner' })
    for (const to of [waiting.id, partner, programId, 'nothing']) {
      expect(await inviteAgency(database, inviting, to)).toEqual({ status: 'not-possible' })
    }
    for (const from of [waiting.id, partner, agencyId]) {
      const by = { ...inviting, programId: from }
      expect(await inviteAgency(database, by, agencyId)).toEqual({ status: 'not-possible' })
      const mailed = { email: 'a@b.org', tokenHash: 'hash', expiresAt: minute(60), agencyName: null }
      expect(await inviteByMail(database, by, mailed)).toEqual({ status: 'not-possible' })
    }
    expect(await listEnrollments(database, programId, { statuses: everyStatus, limit: 9 })).toEqual([])
  })

  it('of an agency whose confirmation is gone shows nothing', async () => {
    const { database, programId, agencyId, between } = await addBoth(engine)
    await enroll(database, between, 'answers', true)
    await database.orm.update(database.tables.organizations).set({ status: 'declined' })
    expect(await findSharing(database, programId, agencyId)).toBeNull()
  })

  it('is listed page by page, the latest first, by state and by words, and counted', async () => {
    const { database, ann, pat, programId, between } = await addBoth(engine)
    await enroll(database, between, 'answers')
    for (const [place, name] of ['Birch', 'Cedar', 'Dogwood'].entries()) {
      const agencyId = await addOrganization(database, ann, { name: `${name} Police`, county: 'Brown' })
      await inviteAgency(database, { programId, by: pat, at: minute(20 + place) }, agencyId)
    }
    const page = { statuses: ['invited', 'active'], limit: 3 } as const
    const first = await listEnrollments(database, programId, page)
    expect(first.map(({ agency }) => agency?.name)).toEqual([
      'Dogwood Police',
      'Cedar Police',
      'Birch Police',
    ])
    const rest = await listEnrollments(database, programId, { ...page, after: first.at(-1) })
    expect(rest.map(({ agency }) => agency?.name)).toEqual([profile.name])
    const found = await listEnrollments(database, programId, { ...page, words: ['cedar', 'brown'] })
    expect(found.map(({ agency }) => agency?.name)).toEqual(['Cedar Police'])
    expect(await listEnrollments(database, programId, { ...page, words: ['%'] })).toHaveLength(3)
    expect(await countEnrollments(database, programId)).toEqual({
      statuses: { invited: 3, active: 1, declined: 0, withdrawn: 0, ended: 0 },
      steps: { profile: 0, scores: 0, answers: 1 },
    })
    const since = minute(21)
    expect(await recentInvitations(database, { programId, by: 'nobody' }, since)).toHaveLength(2)
    expect(await recentInvitations(database, { programId: 'none', by: pat }, since)).toHaveLength(2)
  })
})
