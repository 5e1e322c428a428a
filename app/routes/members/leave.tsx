import { Form } from '@remix-run/react'

/** Ends one's own membership, after unfolding it. */
export function Leave({ organization }: { organization: string }) {
  return (
    <details className="fold">
      <summary>Leave {organization}</summary>
      <Form method="post">
        <p>You no longer see its work. Your answers stay. A coordinator can invite you again.</p>
        <button type="submit" className="usa-button usa-button--secondary" name="intent" value="leave">
          Leave {organization}
        </button>
      </Form>
    </details>
  )
}
