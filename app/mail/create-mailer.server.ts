import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Database } from '#db/database.server.ts'
import {
  markMailFailed,
  markMailSent,
  queueMail,
  takeDueMail,
  type Mail as QueuedMail,
} from '#db/queries/outgoing-mail.server.ts'
import type { Environment } from '../env.server.ts'
import type { Mail, Mailer } from './mailer.server.ts'

/** How often the queue is looked through for mail whose time has come, in milliseconds. */
const interval = 15_000
const batch = 20

/** How long a mail server may take to answer, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

interface Parts {
  database: Database
  mail: Environment['mail']
  log: Logger
  /** Whether mail is kept for the outbox page where there is no SMTP; it holds links that open accounts. */
  outbox: boolean
}

/**
 * Mail through the database: `send` keeps a message and a worker sends it over SMTP, again after a
 * while where that failed. Without SMTP a message is kept for the outbox page, or dropped.
 */
export function createMailer(parts: Parts): Mailer {
  return parts.mail ? overSmtp(parts, parts.mail) : withoutSmtp(parts)
}

function asQueued({ to, subject, body }: Mail) {
  return { recipient: to, subject, body, at: new Date() }
}

function withoutSmtp({ database, outbox }: Parts): Mailer {
  return {
    configured: false,
    send: async (message) => {
      if (outbox) await queueMail(database, asQueued(message))
    },
    stop: () => Promise.resolve(),
  }
}

function overSmtp({ database, log }: Parts, { url, from }: NonNullable<Environment['mail']>): Mailer {
  const transport = createTransport({ url, ...patience })
  let sending = Promise.resolve()

  async function sendDue() {
    let due = await takeDueMail(database, new Date(), batch)
    while (due.length > 0) {
      for (const mail of due) await deliver(mail)
      due = await takeDueMail(database, new Date(), batch)
    }
  }
  async function deliver(mail: QueuedMail) {
    try {
      await transport.sendMail({ from, to: mail.recipient, subject: mail.subject, text: mail.body })
      await markMailSent(database, mail.id, new Date())
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      await markMailFailed(database, mail, reason, new Date())
      // The server's words may name the recipient; they are kept with the message and not in the log.
      log.warn({ mail: mail.id }, 'a mail could not be sent; it will be tried again')
    }
  }
  const work = () => {
    sending = sending
      .then(sendDue)
      .catch((error: unknown) => log.error({ err: error }, 'the mail queue failed'))
  }
  const timer = setInterval(work, interval)
  return {
    configured: true,
    send: async (message) => {
      await queueMail(database, asQueued(message))
      work()
    },
    stop: async () => {
      clearInterval(timer)
      await sending
      transport.close()
    },
  }
}
