import { describe, expect, it } from 'vitest'
import * as newScreen from '#app/routes/organization-new/route.tsx'
import * as homeScreen from '#app/routes/organization-home/route.tsx'
import * as signUpScreen from '#app/routes/sign-up/route.tsx'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { findSharing } from '#db/queries/sharing.server.ts'
import { password } from '#tests/support/account-steps.ts'
import {
  enrollmentsOf,
  openInvitation,
  programIn,
  sendInvitation,
  sharerIn,
  sharingOf,
} from '#tests/support/enrollment-steps.ts'
import { secretOf } from '#tests/support/partnership-steps.ts'
import { addMember, testProgram } from '#tests/support/program.ts'
import { browserOf, faultsIn } from '#tests/support/visiting.ts'

const subjects = async ({ database }: Awaited<ReturnType<typeof testProgram>>) =>
  (await listMail(database, 20)).map(({ subject }) => subject)

async function makeBoth() {
  const program = await testProgram({ environment: { demo: true, signUp: 'open' } })
  const state = await programIn(program)
  const agency = await sharerIn(program, { name: 'Larkmoor Police Department' })
  const shared = () => findSharing(program.database, state.id, agency.id)
  return { program, state, agency, shared }
}

/** The id of the one enrollment on the agency's page. */
async function enrollmentIn(agency: Awaited<ReturnType<typeof makeBoth>>['agency']): Promise<string> {
  const { waiting, active } = sharingOf(await agency.open())
  return [...waiting, ...active][0]?.id ?? ''
}

describe('a program invites an agency that is here', () => {
  it('which accepts with what it shares, changes that, and ends it; each time the other is told', async () => {
    const { program, state, agency, shared } = await makeBoth()
    const invited = await state.send({ intent: 'invite', agency: agency.id })
    expect(invited.location).toContain('done=agency-invited')
    expect(enrollmentsOf(await state.open())).toMatchObject({
      list: 'invited',
      rows: [{ name: 'Larkmoor Police Department', agencyId: null }],
      possible: { total: 0 },
    })
    expect(await shared()).toBeNull()
    const home = await agency.browser.open(homeScreen, `/organizations/${agency.id}`, {
      organizationId: agency.id,
    })
    expect(home.data).toMatchObject({ agency: { programs: ['State Office'] } })
    const enrollmentId = await enrollmentIn(agency)
    expect((await agency.send({ intent: 'accept', enrollmentId })).status).toBe(400)
    expect(await shared()).toBeNull()
    const accepted = await agency.send({ intent: 'accept', enrollmentId, step: 'scores', notes: 'on' })
    expect(accepted.location).toContain('done=enrolled')
    expect(await shared()).toEqual({ step: 'scores', notes: false, partner: false })
    await agency.send({ intent: 'change', enrollmentId, step: 'answers', notes: 'on' })
    expect(await shared()).toEqual({ step: 'answers', notes: true, partner: false })
    expect(enrollmentsOf(await state.open()).rows[0]?.facts).toContain('scores, answers and notes')
    const ended = await agency.send({ intent: 'end', enrollmentId })
    expect(ended.location).toContain('done=enrollment-ended')
    expect(await shared()).toBeNull()
    expect((await agency.send({ intent: 'end', enrollmentId })).status).toBe(409)
    expect(enrollmentsOf(await state.open())).toMatchObject({ counts: { active: 0, past: 1 } })
    expect(await subjects(program)).toEqual([
      'Larkmoor Police Department ended its enrollment',
      'Larkmoor Police Department is enrolled',
      'State Office invites your agency',
    ])
  })

  it('which declines; the program can invite again, and withdraw', async () => {
    const { program, state, agency, shared } = await makeBoth()
    await state.send({ intent: 'invite', agency: agency.id })
    const again = await state.send({ intent: 'invite', agency: agency.id })
    expect(again.status).toBe(409)
    expect(faultsIn(again)['agency']?.[0]).toMatch(/has not answered/)
    await agency.send({ intent: 'decline', enrollmentId: await enrollmentIn(agency) })
    await state.send({ intent: 'invite', agency: agency.id })
    const enrollmentId = await enrollmentIn(agency)
    expect((await state.send({ intent: 'withdraw', enrollmentId })).location).toContain(
      'done=invitation-withdrawn',
    )
    expect((await agency.send({ intent: 'accept', enrollmentId, step: 'scores' })).status).toBe(409)
    expect(await shared()).toBeNull()
    expect(await subjects(program)).toContain('State Office withdrew its invitation')
  })

  it('not a fourth time within a day', async () => {
    const { state, agency } = await makeBoth()
    for (let time = 0; time < 3; time += 1) {
      await state.send({ intent: 'invite', agency: agency.id })
      await state.send({ intent: 'withdraw', enrollmentId: await enrollmentIn(agency) })
    }
    const refused = await state.send({ intent: 'invite', agency: agency.id })
    expect(refused.status).toBe(429)
    expect(faultsIn(refused)['agency']?.[0]).toMatch(/three times within a day/)
  })

  it('which it finds by name, county and state', async () => {
    const { program, state } = await makeBoth()
    await sharerIn(program, { name: 'Harbor Police' })
    const found = async (find: string) =>
      enrollmentsOf(await state.open(`?${new URLSearchParams({ find }).toString()}`)).possible?.listed.map(
        ({ name }) => name,
      )
    expect(await found('')).toEqual(['Harbor Police', 'Larkmoor Police Department'])
    expect(await found('harbor ohio')).toEqual(['Harbor Police'])
    expect(await found('harbor utah')).toEqual([])
    expect(await found('%')).toEqual(['Harbor Police', 'Larkmoor Police Department'])
  })
})

describe('a program invites by mail', () => {
  it('somebody who signs up, enters the agency, and accepts with what it shares', async () => {
    const { program, state } = await makeBoth()
    const email = 'ada@example.org'
    const sent = await state.send({ intent: 'mail', email, name: 'Winterfield' })
    expect(sent.location).toContain('done=agency-mailed')
    expect(enrollmentsOf(await state.open()).rows).toMatchObject([{ name: 'Winterfield', place: email }])
    const [mail] = await listMail(program.database, 1)
    const secret = /\/enrollments\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
    const ada = browserOf(program)
    expect((await openInvitation(ada, secret)).data).toMatchObject({
      found: { state: 'open', program: { name: 'State Office' } },
      me: null,
    })
    const to = `/enrollments/${secret}`
    const form = { name: 'Ada Winters', email, password }
    expect((await ada.send(signUpScreen, `/sign-up?to=${to}`, form)).location).toBe(to)
    const profile = {
      ...{ kind: 'agency', name: 'Winterfield Police', state: 'OH', county: 'Winter' },
      ...{ agencyType: 'police', sizeBand: '25-49', timeZone: 'America/New_York', reassessMonths: '12' },
    }
    expect((await ada.send(newScreen, `/organizations/new?kind=agency&to=${to}`, profile)).location).toBe(to)
    const opened = await openInvitation(ada, secret)
    const { possible } = (opened.data as { choices: { possible: { id: string }[] } }).choices
    const organizationId = possible[0]?.id ?? ''
    const without = await sendInvitation(ada, secret, { intent: 'accept', organizationId })
    expect(without).toMatchObject({ status: 400, data: { fault: 'Choose what to share.' } })
    const accept = { intent: 'accept', organizationId, step: 'answers', notes: 'on' }
    expect((await sendInvitation(ada, secret, accept)).location).toContain('done=enrolled')
    expect(await findSharing(program.database, state.id, organizationId)).toMatchObject({ step: 'answers' })
    expect((await sendInvitation(ada, secret, accept)).status).toBe(410)
    expect((await openInvitation(ada, secret)).status).toBe(410)
  })

  it('whoever isn’t a coordinator there can’t accept; anybody who holds the link declines', async () => {
    const program = await testProgram()
    const state = await programIn(program)
    const agency = await sharerIn(program, { name: 'Larkmoor Police Department' })
    const secret = secretOf(await state.send({ intent: 'mail', email: 'ada@example.org' }))
    expect((await state.send({ intent: 'mail', email: 'ada@example.org' })).status).toBe(409)
    const other = await sharerIn(program, { name: 'Otherton Police' })
    await addMember(program, agency.id, 'contributor', other.coordinator)
    const accept = { intent: 'accept', organizationId: agency.id, step: 'scores' }
    expect((await sendInvitation(other.browser, secret, accept)).status).toBe(404)
    const declined = await sendInvitation(other.browser, secret, { intent: 'decline' })
    expect(declined.data).toEqual({ state: 'declined-now' })
    expect((await sendInvitation(agency.browser, secret, accept)).status).toBe(410)
    expect(enrollmentsOf(await state.open('?list=past')).counts.past).toBe(1)
  })
})
