import { once } from 'node:events'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createMailer } from '#app/mail/create-mailer.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'

interface Received {
  from: string
  to: string[]
  text: string
}

/** A real SMTP server on a free port, that keeps what it is given; `refusing` answers with a passing fault. */
async function mailServer() {
  const state = { received: [] as Received[], refusing: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(state.refusing ? Object.assign(new Error('try later'), { responseCode: 451 }) : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        state.received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  return Object.assign(state, { url: `smtp://127.0.0.1:${port}` })
}

async function mailerTo(url: string | null, outbox = false) {
  const database = await openDatabase('sqlite::memory:')
  const mail = url ? { url, from: 'PMHC <pmhc@example.org>' } : null
  const mailer = createMailer({ database, mail, log: pino({ level: 'silent' }), outbox })
  onTestFinished(async () => {
    await mailer.stop()
    await database.close()
  })
  return { database, mailer }
}

const message = {
  to: 'avery@example.org',
  subject: 'Bestätigung “today”',
  body: 'Hello Avery,\n\nhttps://x/y\n',
}

describe('the mailer', () => {
  it('hands a message to a real SMTP server, marks it sent, and forgets its text', async () => {
    const server = await mailServer()
    const { database, mailer } = await mailerTo(server.url)
    await mailer.send(message)
    await vi.waitFor(async () => expect((await listMail(database, 1))[0]?.sentAt).not.toBeNull(), 10_000)
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatchObject({ from: 'pmhc@example.org', to: ['avery@example.org'] })
    expect(server.received[0]?.text).toContain('https://x/y')
    expect(server.received[0]?.text).toMatch(/Content-Type: text\/plain/i)
    expect((await listMail(database, 1))[0]).toMatchObject({ body: '', nextAttemptAt: null })
  })

  it('keeps a message that the server refused, to try again later, and says why', async () => {
    const server = await mailServer()
    server.refusing = true
    const { database, mailer } = await mailerTo(server.url)
    const before = Date.now()
    await mailer.send(message)
    await vi.waitFor(async () => expect((await listMail(database, 1))[0]?.attempts).toBe(1), 10_000)
    const [kept] = await listMail(database, 1)
    expect(kept).toMatchObject({ sentAt: null, body: message.body })
    expect(kept?.lastError).toContain('try later')
    expect(kept?.nextAttemptAt?.getTime()).toBeGreaterThan(before)
  })

  it('keeps a message while no server answers, and sends it after a restart', async () => {
    const { database, mailer } = await mailerTo('smtp://127.0.0.1:9')
    await mailer.send(message)
    await vi.waitFor(async () => expect((await listMail(database, 1))[0]?.attempts).toBe(1), 10_000)
    await mailer.stop()
    const { outgoingMail } = database.tables
    await database.orm.update(outgoingMail).set({ nextAttemptAt: new Date(Date.now() - 1000) })

    const server = await mailServer()
    const mail = { url: server.url, from: 'pmhc@example.org' }
    const later = createMailer({ database, mail, log: pino({ level: 'silent' }), outbox: false })
    await later.send({ ...message, subject: 'Another' })
    await vi.waitFor(() => expect(server.received).toHaveLength(2), 10_000)
    await later.stop()
  })

  it('sends each message once, though two processes share the database', async () => {
    const server = await mailServer()
    const { database, mailer } = await mailerTo(server.url)
    const mail = { url: server.url, from: 'pmhc@example.org' }
    const other = createMailer({ database, mail, log: pino({ level: 'silent' }), outbox: false })
    const sends = Array.from({ length: 12 }, (_, at) =>
      (at % 2 ? mailer : other).send({ ...message, subject: `Mail ${at}` }),
    )
    await Promise.all(sends)
    await vi.waitFor(() => expect(server.received.length).toBeGreaterThanOrEqual(12), 10_000)
    await Promise.all([mailer.stop(), other.stop()])
    const subjects = server.received.map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1])
    expect(new Set(subjects).size).toBe(12)
    expect(subjects).toHaveLength(12)
  })

  it('keeps messages for the outbox page where there is one, and drops them where there is no mail at all', async () => {
    const withOutbox = await mailerTo(null, true)
    await withOutbox.mailer.send(message)
    expect(await listMail(withOutbox.database, 1)).toMatchObject([{ recipient: 'avery@example.org' }])
    expect(withOutbox.mailer.configured).toBe(false)

    const without = await mailerTo(null)
    await without.mailer.send(message)
    expect(await listMail(without.database, 1)).toEqual([])
  })
})
