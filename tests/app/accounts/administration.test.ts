import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as administrationScreen from '#app/routes/administration/route.tsx'
import * as newScreen from '#app/routes/organization-new/route.tsx'
import * as outboxScreen from '#app/routes/outbox/route.tsx'
import * as resetScreen from '#app/routes/reset-password/route.tsx'
import * as signUpScreen from '#app/routes/sign-up/route.tsx'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import { password, signIn, signedUp } from '#tests/support/account-steps.ts'
import {
  addOrganization,
  addPerson,
  cookieFor,
  testProgram,
  type TestProgram,
} from '#tests/support/program.ts'
import { browserOf } from '#tests/support/visiting.ts'

const path = '/administration'

async function administratorOf(program: TestProgram) {
  const personId = await addPerson(program, { name: 'Kim', administrator: true })
  const browser = Object.assign(browserOf(program), { cookie: await cookieFor(program, personId) })
  return {
    open: () => browser.open(administrationScreen, path),
    send: (fields: Record<string, string>) => browser.send(administrationScreen, path, fields),
  }
}

describe('administration', () => {
  it('does not exist for anyone else', async () => {
    const program = await testProgram()
    const { coordinator } = await addOrganization(program)
    const browser = Object.assign(browserOf(program), { cookie: await cookieFor(program, coordinator) })
    expect((await browser.open(administrationScreen, path)).status).toBe(404)
    expect((await browser.send(administrationScreen, path, { intent: 'confirm' })).status).toBe(404)
    const nobody = browserOf(program)
    expect((await nobody.open(administrationScreen, path)).location).toBe('/sign-in?to=%2Fadministration')
  })

  it.each(['confirm', 'decline'] as const)('can %s an organization that waits, once', async (intent) => {
    const program = await testProgram({ environment: { demo: true } })
    const { id } = await addOrganization(program, { status: 'waiting' })
    const administrator = await administratorOf(program)
    expect((await administrator.open()).data).toMatchObject({
      waiting: [
        { id, name: 'Larkmoor Police Department', kind: 'Police department', place: 'Larkmoor, Ohio' },
      ],
    })
    const status = intent === 'confirm' ? 'confirmed' : 'declined'
    const outcome = await administrator.send({ intent, organizationId: id })
    expect(outcome.location).toBe(`/administration?done=organization-${status}`)
    expect(await findOrganization(program.database, id)).toMatchObject({ status })
    const [mail] = await listMail(program.database, 1)
    expect(mail?.subject).toBe(`Larkmoor Police Department was ${status}`)
    expect((await administrator.send({ intent, organizationId: id })).status).toBe(409)
    expect((await administrator.open()).data).toMatchObject({ waiting: [] })
  })

  it('resets a lost second step, and tells the person', async () => {
    const program = await testProgram({ environment: { demo: true } })
    const { personId } = await signedUp(program, 'avery@example.org')
    const { people } = program.database.tables
    await program.database.orm.update(people).set({ twoFactorEnabled: true })
    const administrator = await administratorOf(program)
    const found = await administrator.send({ intent: 'find', email: 'Avery@Example.org' })
    expect(found.data).toMatchObject({ found: { name: 'Avery Lind', secondFactor: true } })
    const outcome = await administrator.send({ intent: 'reset-second-factor', email: 'avery@example.org' })
    expect(outcome.location).toBe('/administration?done=second-factor-reset')
    expect(await findPerson(program.database, personId)).toMatchObject({ twoFactorEnabled: false })
    expect((await signIn(browserOf(program), 'avery@example.org')).location).toBe('/')
    const [mail] = await listMail(program.database, 1)
    expect(mail).toMatchObject({ recipient: 'avery@example.org' })
  })

  it('says where nobody has the address', async () => {
    const program = await testProgram()
    const administrator = await administratorOf(program)
    expect((await administrator.send({ intent: 'find', email: 'nobody@example.org' })).status).toBe(404)
    expect((await administrator.send({ intent: 'find', email: 'nobody' })).status).toBe(400)
    const reset = await administrator.send({ intent: 'reset-second-factor', email: 'nobody@example.org' })
    expect(reset.status).toBe(404)
  })

  it('makes a link to a new password where no mail is sent, and only there', async () => {
    const program = await testProgram()
    await signedUp(program, 'avery@example.org')
    const administrator = await administratorOf(program)
    const fields = { intent: 'password-link', email: 'avery@example.org' }
    const { passwordLink } = z
      .object({ passwordLink: z.object({ url: z.string() }) })
      .parse((await administrator.send(fields)).data)
    const token = passwordLink.url.split('/').at(-1) ?? ''
    const newPassword = 'four green cats sleeping'
    const chosen = await browserOf(program).send(resetScreen, '/', { password: newPassword }, { token })
    expect(chosen.location).toBe('/sign-in?done=password-reset')
    expect((await signIn(browserOf(program), 'avery@example.org', newPassword)).location).toBe('/')

    const mailing = await testProgram({ environment: { demo: true }, database: program.database })
    expect((await (await administratorOf(mailing)).send(fields)).status).toBe(404)
  })

  it('lets the coordinator of a new organization sign up where that is by invitation only', async () => {
    const program = await testProgram({ environment: { signUp: 'invited' } })
    const administrator = await administratorOf(program)
    const fields = { intent: 'let-sign-up', email: 'new@example.org' }
    const { signUpLink } = z
      .object({ signUpLink: z.object({ url: z.string() }) })
      .parse((await administrator.send(fields)).data)
    const { pathname, search } = new URL(signUpLink.url)
    const browser = browserOf(program)
    const form = { name: 'New', password }
    const wrong = await browser.send(signUpScreen, pathname + search, { ...form, email: 'x@example.org' })
    expect(wrong.status).toBe(403)
    const right = await browser.send(signUpScreen, pathname + search, { ...form, email: fields.email })
    expect(right.location).toBe('/')
    const again = await browserOf(program).send(signUpScreen, pathname + search, {
      ...form,
      email: fields.email,
    })
    expect(again.status).toBe(403)
    expect((await browser.open(newScreen, '/organizations/new')).data).toMatchObject({ waits: true })
    expect((await administrator.send(fields)).status).toBe(409)
  })
})

describe('the outbox', () => {
  it('shows mail in the demonstration and in development', async () => {
    for (const environment of [{ demo: true }, { mode: 'development' }] as const) {
      const program = await testProgram({ environment })
      await program.mailer.send({ to: 'a@example.org', subject: 'Hello', body: 'A link' })
      const { data } = await browserOf(program).open(outboxScreen, '/outbox')
      expect(data).toMatchObject({ mails: [{ to: 'a@example.org', subject: 'Hello', body: 'A link' }] })
    }
  })

  it('does not exist anywhere else', async () => {
    const program = await testProgram({ environment: { mode: 'production' } })
    expect((await browserOf(program).open(outboxScreen, '/outbox')).status).toBe(404)
  })
})
