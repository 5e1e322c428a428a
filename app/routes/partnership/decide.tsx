import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { listed } from '#app/format.ts'
import { sideWords } from '#app/partnerships/partnership-words.ts'
import type { choicesOf, OpenProposal } from './find-proposal.server.ts'
import { ProposalWords } from './proposal-words.tsx'

interface Props {
  proposal: OpenProposal
  me: { name: string; email: string }
  choices: ReturnType<typeof choicesOf>
  fault: string | null
}

/** Somebody who is signed in accepts for an organization of theirs, enters one first, or declines. */
export function Decide({ proposal, me, choices, fault }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title={`${proposal.proposer.name} proposes a partnership`}>
        <ProposalWords proposal={proposal} />
      </PageHeading>
      {fault && <FormFaults errors={[fault]} />}
      <p>
        You are signed in as {me.name} ({me.email}).
      </p>
      <Elsewhere choices={choices} />
      {choices.possible.length > 0 && <AcceptForm possible={choices.possible} />}
      <EnterOne proposal={proposal} choices={choices} />
      <details className="fold">
        <summary>Decline the proposal</summary>
        <Form method="post" className="usa-form">
          <p className="usa-hint">
            The link then no longer works. {proposal.proposer.name} is told, and can propose again.
          </p>
          <button type="submit" className="usa-button usa-button--secondary" name="intent" value="decline">
            Decline
          </button>
        </Form>
      </details>
    </div>
  )
}

function AcceptForm({ possible }: Pick<Props['choices'], 'possible'>) {
  const [first] = possible
  return (
    <Form method="post" className="usa-form usa-form--large">
      {possible.length === 1 && first ? (
        <>
          <input type="hidden" name="organizationId" value={first.id} />
          <p>
            You accept for <strong>{first.name}</strong>.
          </p>
        </>
      ) : (
        <fieldset className="usa-fieldset">
          <legend className="usa-legend usa-legend--large">For which organization?</legend>
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
      )}
      <button type="submit" className="usa-button usa-button--big" name="intent" value="accept">
        Accept
      </button>
    </Form>
  )
}

/** Organizations for which this person can't accept now, and what can be done about it. */
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

function EnterOne({
  proposal: { asked, path },
  choices: { possible, waiting },
}: Pick<Props, 'proposal' | 'choices'>) {
  const to = `/organizations/new?${new URLSearchParams({ kind: asked, to: path }).toString()}`
  const first = possible.length === 0 && waiting.length === 0
  return (
    <p>
      {first && (
        <>
          You accept as {sideWords[asked].one}. If your organization is here already, pass the link on to its
          coordinator; if not, enter it now, and you come back here.
          <br />
        </>
      )}
      <Link className={first ? 'usa-button usa-button--big decide__enter' : undefined} to={to}>
        {first ? 'Enter your organization' : 'Enter another organization'}
      </Link>
    </p>
  )
}
