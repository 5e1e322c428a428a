import { Form } from '@remix-run/react'
import type { waiting } from './decide.server.ts'

type Waiting = Awaited<ReturnType<typeof waiting>>

/** Organizations that can't start before an administrator has confirmed them. */
export function WaitingOrganizations({ waiting }: { waiting: Waiting }) {
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">Organizations that wait</h2>
      {waiting.length === 0 ? (
        <p>None waits for you.</p>
      ) : (
        <>
          <p>
            Before you confirm one, make sure that it exists and that the person belongs to it: call a number
            that you know.
          </p>
          <ul className="people-list">
            {waiting.map(({ id, name, kind, place, size, ori, entered, by }) => (
              <li key={id}>
                <div>
                  <p className="people-list__name">{name}</p>
                  <p className="people-list__facts">
                    {[kind, place, size, ori && `ORI ${ori}`].filter(Boolean).join(' · ')}
                  </p>
                  <p className="people-list__facts">
                    Entered {entered} by {by}
                  </p>
                </div>
                <Form method="post" className="people-list__buttons">
                  <input type="hidden" name="organizationId" value={id} />
                  <button
                    type="submit"
                    className="usa-button"
                    name="intent"
                    value="confirm"
                    aria-label={`Confirm ${name}`}
                  >
                    Confirm
                  </button>
                  <button
                    type="submit"
                    className="usa-button usa-button--outline"
                    name="intent"
                    value="decline"
                    aria-label={`Decline ${name}`}
                  >
                    Decline
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
