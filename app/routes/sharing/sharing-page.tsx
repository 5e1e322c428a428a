import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import type { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { ChoiceFields, NeverSeen } from '#app/enrollments/choice-fields.tsx'
import { sharedWords } from '#app/enrollments/sharing-words.ts'
import type { AgencySharing, ListedProgram } from './load-sharing.server.ts'

interface Props {
  page: AgencySharing
  notice: ReturnType<typeof noticeOf>
  faults: string[] | null
}

/** With which programs an agency shares what: what waits for an answer first. */
export function SharingPage({ page, notice, faults }: Props) {
  const { organization, waiting, active, past, manages } = page
  return (
    <div className="partnerships">
      <PageHeading
        title="Sharing with programs"
        above={[{ label: organization.name, to: `/organizations/${organization.id}` }]}
      >
        <p>
          A program, such as a state office, helps agencies and reports on them. Your agency decides for each
          program what it sees, and can change that at any time. What you no longer share disappears from its
          pages, figures and new exports at once; what it has printed or downloaded by then stays with it.
        </p>
      </PageHeading>
      {notice && !faults && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {faults && <FormFaults errors={faults} />}
      {waiting.map((row) => (
        <Waiting key={row.id} row={row} page={page} />
      ))}
      <section className="page-section" aria-labelledby="active">
        <h2 id="active">Programs that you share with</h2>
        {active.length === 0 && (
          <p>
            {organization.name} is enrolled with no program. A program that wants to follow your agency
            invites it, and the invitation appears here.
          </p>
        )}
        {active.map((row) => (
          <Active key={row.id} row={row} page={page} />
        ))}
      </section>
      {(waiting.length > 0 || active.length > 0) && (
        <section className="page-section" aria-labelledby="never">
          <h2 id="never">What no program sees</h2>
          <NeverSeen />
        </section>
      )}
      {!manages && <p>A coordinator of the agency decides what is shared.</p>}
      {past.length > 0 && <Past past={past} />}
    </div>
  )
}

function Waiting({ row, page: { manages, organization } }: { row: ListedProgram; page: AgencySharing }) {
  return (
    <section className="page-section" aria-labelledby={`waiting-${row.id}`}>
      <h2 id={`waiting-${row.id}`}>{row.name} invites you</h2>
      <p>
        {row.invitedBy} of {row.name} ({row.place}) invited your agency {row.invited}. Nothing is shared
        before you accept.
      </p>
      {manages && (
        <>
          <Form method="post" className="usa-form usa-form--large">
            <input type="hidden" name="enrollmentId" value={row.id} />
            <ChoiceFields id={row.id} program={row.name} chosen={null} />
            <PreviewLinks organizationId={organization.id} row={row} />
            <button type="submit" className="usa-button usa-button--big" name="intent" value="accept">
              Accept and share this
            </button>
          </Form>
          <Form method="post" className="sharing-decline">
            <input type="hidden" name="enrollmentId" value={row.id} />
            <button
              type="submit"
              className="usa-button usa-button--outline"
              name="intent"
              value="decline"
              aria-label={`Decline the invitation of ${row.name}`}
            >
              Decline
            </button>
          </Form>
        </>
      )}
    </section>
  )
}

/** What a program would see at each step, before anything is decided. */
function PreviewLinks({ organizationId, row }: { organizationId: string; row: ListedProgram }) {
  const to = `/organizations/${organizationId}/sharing/${row.programId}/preview`
  return (
    <p>
      See what {row.name} would see with <Link to={`${to}?step=profile`}>profile and dates</Link>,{' '}
      <Link to={`${to}?step=scores`}>scores</Link>, <Link to={`${to}?step=answers`}>answers</Link>, or{' '}
      <Link to={`${to}?step=answers&notes=on`}>answers and notes</Link>.
    </p>
  )
}

function Active({ row, page: { manages, organization } }: { row: ListedProgram; page: AgencySharing }) {
  return (
    <div className="shared-with">
      <h3>{row.name}</h3>
      <p>
        {row.place} · enrolled since {row.since}
      </p>
      <p>
        You share: <strong>{sharedWords(row.choice)}</strong>.{' '}
        <Link to={`/organizations/${organization.id}/sharing/${row.programId}/preview`}>
          See exactly what {row.name} sees
        </Link>
      </p>
      {manages && (
        <>
          <details className="fold">
            <summary>
              Change what you share<span className="usa-sr-only"> with {row.name}</span>
            </summary>
            <Form method="post" className="usa-form usa-form--large" key={JSON.stringify(row.choice)}>
              <input type="hidden" name="enrollmentId" value={row.id} />
              <ChoiceFields id={row.id} program={row.name} chosen={row.choice} />
              <button type="submit" className="usa-button" name="intent" value="change">
                Share this from now on
              </button>
            </Form>
          </details>
          <EndFold row={row} />
        </>
      )}
    </div>
  )
}

function EndFold({ row }: { row: ListedProgram }) {
  return (
    <details className="fold">
      <summary>
        End the enrollment<span className="usa-sr-only"> with {row.name}</span>
      </summary>
      <Form method="post" className="usa-form">
        <input type="hidden" name="enrollmentId" value={row.id} />
        <p className="usa-hint">
          {row.name} then sees nothing of your agency any more, and its figures leave your agency out. To come
          back, it has to invite you again. Its coordinators are told.
        </p>
        <button type="submit" className="usa-button usa-button--secondary" name="intent" value="end">
          End the enrollment with {row.name}
        </button>
      </Form>
    </details>
  )
}

function Past({ past }: Pick<AgencySharing, 'past'>) {
  return (
    <details className="fold">
      <summary>Past enrollments and invitations ({past.length})</summary>
      <ul className="people-list">
        {past.map((row) => (
          <li key={row.id}>
            <div>
              <p className="people-list__name">{row.name}</p>
              <p className="people-list__facts">
                invited {row.invited} · {row.outcome}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
