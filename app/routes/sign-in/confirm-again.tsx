import { Form } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'

interface Props {
  /** The address that isn't confirmed yet. */
  unconfirmed: string
  sent: boolean
  refused?: string
}

/** Says that the address must be confirmed first, and offers to send that mail again. */
export function ConfirmAgain({ unconfirmed, sent, refused }: Props) {
  if (refused) return <Alert tone="error">{refused}</Alert>
  if (sent) {
    return (
      <Alert tone="success" live>
        If the address {unconfirmed} still has to be confirmed, a new link is on its way to it.
      </Alert>
    )
  }
  return (
    <Alert tone="warning" heading="Confirm your email address first" live>
      We sent a link to {unconfirmed}. Open it, then sign in.
      <Form method="post">
        <input type="hidden" name="email" value={unconfirmed} />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="confirm-again">
          Send the link again
        </button>
      </Form>
    </Alert>
  )
}
