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
}

/**
 * Mail through the database: `send` keeps a message and a worker sends it over SMTP, again after a
 * while where that failed. Without SMTP the messages stay where they are, for the outbox page.
 */
export function createMailer({ database, mail, log }: Parts): Mailer {
  if (!mail) {
    const send: Mailer['send'] = async (message) => queueMail(database, message, new Date())
    return { configured: false, send, stop: () => Promise.resolve() }
  }
  const transport = createTransport(mail.url)
  let sending = Promise.resolve()

  async function sendDue() {
    for (const message of await takeDueMail(database, new Date(), batch)) {
      try {
        await transport.sendMail({
          from: mail?.from,
          to: message.recipient,
          subject: message.subject,
          text: message.body,
        })
        await markMailSent(database, message.id, new Date())
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        await markMailFailed(database, message.id, reason, new Date())
        log.warn({ mail: message.id, reason }, 'a mail could not be sent; it will be tried again')
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
