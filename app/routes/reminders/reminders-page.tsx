import { Form, Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import type { RemindersData } from './load-reminders.server.ts'

interface Props {
  program: { id: string; name: string }
  agencies: RemindersData
  /** How many were just reminded. */
  sent: number | null
}

/** What would be sent to whom, before it is. */
export function RemindersPage({ program, agencies, sent }: Props) {
  const path = `/organizations/${program.id}`
  const reminded = agencies.filter(({ mail }) => mail !== null)
  const passedOver = agencies.filter(({ mail }) => mail === null)
  return (
    <>
      <PageHeading
        title="Remind agencies"
        above={[
          { label: program.name, to: path },
          { label: 'Agencies', to: `${path}/portfolio` },
        ]}
      />
      {sent !== null && (
        <Alert tone={sent > 0 ? 'success' : 'info'} live>
          {sent > 0 ? `${counted(sent, 'agency was', 'agencies were')} reminded.` : 'Nobody was reminded.'}
        </Alert>
      )}
      {agencies.length === 0 && (
        <p>
          No agency was chosen. <Link to={`${path}/portfolio`}>Choose some from the list</Link>.
        </p>
      )}
      {sent === null && reminded.length > 0 && <ToBeSent reminded={reminded} />}
      {sent === null && <PassedOver passedOver={passedOver} />}
      {agencies.length > 0 && (
        <p>
          <Link to={`${path}/portfolio`}>Back to the agencies</Link>
        </p>
      )}
    </>
  )
}

function ToBeSent({ reminded }: { reminded: RemindersData }) {
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{counted(reminded.length, 'mail', 'mails')} to the coordinators of</h2>
      {reminded.map(({ agencyId, name, standing, mail }, place) => (
        <details key={agencyId} className="mail-preview" open={place === 0}>
          <summary>
            {name} ({standing.toLowerCase()})
          </summary>
          <p>
            <strong>{mail?.subject}</strong>
          </p>
          <pre className="mail-preview__body">{mail?.body}</pre>
        </details>
      ))}
      <Form method="post">
        {reminded.map(({ agencyId }) => (
          <input key={agencyId} type="hidden" name="agency" value={agencyId} />
        ))}
        <button className="usa-button">
          {reminded.length === 1 ? 'Send the mail' : `Send ${reminded.length} mails`}
        </button>
      </Form>
    </section>
  )
}

function PassedOver({ passedOver }: { passedOver: RemindersData }) {
  if (passedOver.length === 0) return null
  return (
    <section aria-labelledby="passed-over">
      <h2 id="passed-over">Gets no mail now</h2>
      <ul>
        {passedOver.map(({ agencyId, name, whyNot }) => (
          <li key={agencyId}>
            {name} {whyNot}.
          </li>
        ))}
      </ul>
    </section>
  )
}
