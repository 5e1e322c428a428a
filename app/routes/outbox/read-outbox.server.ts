import type { RequestContext } from '#app/context.server.ts'
import { formatMoment } from '#app/format.ts'
import { listMail } from '#db/queries/outgoing-mail.server.ts'

const most = 100

/** The latest mails, as the page shows them. */
export async function readOutbox({ database }: RequestContext) {
  const mails = await listMail(database, most)
  return mails.map(({ id, recipient, subject, body, createdAt }) => ({
    id,
    to: recipient,
    subject,
    body,
    when: `${formatMoment(createdAt, 'UTC')} UTC`,
  }))
}
