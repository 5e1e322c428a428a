import { canMail } from '#app/accounts/can-mail.ts'
import type { RequestContext } from '#app/context.server.ts'
import { mailedProposalWithdrawn } from '#app/mail/partnership-mails.ts'
import type { Partnership } from '#db/queries/partnerships.server.ts'

/**
 * Tells whoever was asked by mail that the proposal is withdrawn: not where the link was handed over, since
 * nobody was written to then, and not once it had expired, since it was as good as none. What is told has been
 * done by then and stays done, also where the mail can't be queued.
 */
export async function tellMailed(
  context: RequestContext,
  { id, email, expiresAt }: Partnership,
  from: { organization: string; person: string },
): Promise<void> {
  if (!email || !expiresAt || expiresAt <= context.now() || !canMail(context)) return
  try {
    await context.mailer.send(mailedProposalWithdrawn(email, from))
  } catch (error) {
    context.log.warn({ err: error, partnershipId: id }, 'whoever was asked by mail was not told')
  }
}
