import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { ChoiceFields, NeverSeen } from '#app/enrollments/choice-fields.tsx'
import { listed } from '#app/format.ts'
import type { choicesOf } from '../partnership/find-proposal.server.ts'
import type { OpenInvitation } from './find-invitation.server.ts'
import { InvitationWords } from './invitation-words.tsx'

interface Props {
  invitation: OpenInvitation
  me: { name: string; email: string }
  choices: ReturnType<typeof choicesOf>
  fault: string | null
}

/** Somebody who is signed in accepts for an agency of theirs, enters one first, or declines. */
export function Decide({ invitation, me, choices, fault }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title={`${invitation.program.name} invites your agency`}>
        <InvitationWords invitation={invitation} />
      </PageHeading>
      {fault && <FormFaults errors={[fault]} />}
      <p>
        You are signed in as {me.name} ({me.email}).
      </p>
      <Elsewhere choices={choices} />
      {choices.possible.length > 0 && (
        <AcceptForm possible={choices.possible} program={invitation.program.name} />
      )}
      <EnterOne path={invitation.path} choices={choices} />
      <details className="fold">
        <summary>Decline the invitation</summary>
        <Form method="post" className="usa-form">
          <p className="usa-hint">
            The link then no longer works. {invitation.program.name} is told, and can invite you again.
          </p>
          <button type="submit" className="usa-button usa-button--secondary" name="intent" value="decline">
            Decline
          </button>
        </Form>
      </details>
    </div>
  )
}

interface AcceptProps {
  possible: Props['choices']['possible']
  program: string
}

function AcceptForm({ possible, program }: AcceptProps) {
  return (
    <Form method="post" className="usa-form usa-form--large">
      <ForWhich possible={possible} />
      <ChoiceFields id="share" program={program} chosen={null} />
      <NeverSeen />
      <button type="submit" className="usa-button usa-button--big" name="intent" value="accept">
        Accept and share this
      </button>
    </Form>
  )
}

function ForWhich({ possible }: Pick<AcceptProps, 'possible'>) {
  const [first] = possible
  if (possible.length === 1 && first) {
    return (
      <>
        <input type="hidden" name="organizationId" value={first.id} />
        <p>
          You accept for <strong>{first.name}</strong>.
        </p>
      </>
    )
  }
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend usa-legend--large">For which agency?</legend>
      {possible.map(({ id, name }) => (
        <div className="usa-radio" key={id}>
          <input
            className="usa-radio__input usa-radio__input--tile"
            type="radio"
            id={`organization-${id}`}
            name="organizationId"
            value={id}
            required
          />
          <label className="usa-radio__label" htmlFor={`organization-${id}`}>
            {name}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

/** Agencies for which this person can't accept now, and what can be done about it. */
function Elsewhere({ choices: { waiting, others } }: Pick<Props, 'choices'>) {
  return (
    <>
      {waiting.length > 0 && (
        <Alert tone="info" heading="Waiting for confirmation">
          Whoever runs this site confirms each new organization. {listed(waiting.map(({ name }) => name))}{' '}
          waits for that. Open this link again afterwards to accept.
        </Alert>
      )}
      {others.length > 0 && (
        <p>
          For {listed(others.map(({ name }) => name))} a coordinator has to accept: pass the link on to one.
        </p>
      )}
    </>
  )
}

function EnterOne({ path, choices: { possible, waiting } }: { path: string } & Pick<Props, 'choices'>) {
  const to = `/organizations/new?${new URLSearchParams({ kind: 'agency', to: path }).toString()}`
  const first = possible.length === 0 && waiting.length === 0
  return (
    <p>
      {first && (
        <>
          If your agency is here already, pass the link on to its coordinator; if not, enter it now, and you
          come back here.
          <br />
        </>
      )}
      <Link className={first ? 'usa-button usa-button--big decide__enter' : undefined} to={to}>
        {first ? 'Enter your agency' : 'Enter another agency'}
      </Link>
    </p>
  )
}
