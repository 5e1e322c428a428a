import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Database } from '#db/database.server.ts'
import { markMailFailed, markMailSent, queueMail, takeDueMail } from '#db/queries/outgoing-mail.server.ts'
import type { Environment } from '../env.server.ts'
import type { Mailer } from './mailer.server.ts'

/** How often the queue is looked through for mail whose time has come, in milliseconds. */
const interval = 15_000
const batch = 20

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

function withoutSmtp({ database, outbox }: Parts): Mailer {
  return {
    configured: false,
    send: async (message) => {
      if (outbox) await queueMail(database, message, new Date())
    },
    stop: () => Promise.resolve(),
  }
}

function overSmtp({ database, log }: Parts, { url, from }: NonNullable<Environment['mail']>): Mailer {
  const transport = createTransport(url)
  let sending = Promise.resolve()

  async function sendDue() {
    for (const { id, recipient, subject, body } of await takeDueMail(database, new Date(), batch)) {
      try {
        await transport.sendMail({ from, to: recipient, subject, text: body })
        await markMailSent(database, id, new Date())
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        await markMailFailed(database, id, reason, new Date())
        // The server's words may name the recipient; they are kept with the message and not in the log.
        log.warn({ mail: id }, 'a mail could not be sent; it will be tried again')
      }
    }
  }
  const work = () => {
    sending = sending.then(sendDue).catch((error: unknown) => log.error({ error }, 'the mail queue failed'))
  }
  const timer = setInterval(work, interval)
  return {
    configured: true,
    send: async (message) => {
      await queueMail(database, message, new Date())
      work()
    },
    stop: async () => {
      clearInterval(timer)
      await sending
      transport.close()
    },
  }
}
