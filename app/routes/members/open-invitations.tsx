import { Form } from '@remix-run/react'
import type { ListedInvitation } from './listing.server.ts'

/** Invitations that nobody has accepted yet. */
export function OpenInvitations({ invitations }: { invitations: readonly ListedInvitation[] }) {
  return (
    <section aria-labelledby="open-invitations">
      <h2 id="open-invitations">Open invitations</h2>
      {invitations.length === 0 ? (
        <p>There are none.</p>
      ) : (
        <ul className="people-list">
          {invitations.map(({ id, email, role, sent, expires, expired }) => (
            <li key={id}>
              <div>
                <p className="people-list__name">{email}</p>
                <p className="people-list__facts">
                  {role} · invited {sent} · {expired ? `expired ${expires}` : `works until ${expires}`}
                </p>
              </div>
              <Form method="post">
                <input type="hidden" name="invitationId" value={id} />
                <button
                  type="submit"
                  className="usa-button usa-button--outline"
                  name="intent"
                  value="withdraw"
                  aria-label={`Withdraw the invitation of ${email}`}
                >
                  Withdraw
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
