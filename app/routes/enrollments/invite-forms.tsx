import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'
import type { EnrollmentsPageData } from './load-enrollments.server.ts'

interface Props {
  page: EnrollmentsPageData
  answer: { form: string; lastResult: SubmissionResult } | null
}

/** Invites agencies: one that is here, one that isn't, or a list of them. */
export function InviteForms({ page, answer }: Props) {
  const { organization, possible, mails } = page
  const resultOf = (form: string) => (answer?.form === form ? answer.lastResult : null)
  const refused = Object.values(resultOf('invite')?.error ?? {}).flatMap((errors) => errors ?? [])
  const someAreHere = possible !== null && (possible.total > 0 || possible.find !== '')
  return (
    <section className="page-section" aria-labelledby="invite">
      <h2 id="invite">Invite agencies</h2>
      <p>
        <Link
          className="usa-button usa-button--outline"
          to={`/organizations/${organization.id}/enrollments/list`}
        >
          Invite a list of agencies
        </Link>
      </p>
      {someAreHere && (
        <>
          <h3 id="find">One that is here</h3>
          <FormFaults errors={refused} />
          <FindForm organizationId={organization.id} find={possible.find} />
          <FoundList possible={possible} />
        </>
      )}
      <h3 id="by-mail">One that isn’t here yet</h3>
      <MailForm mails={mails} lastResult={resultOf('mail')} />
    </section>
  )
}

function FindForm({ organizationId, find }: { organizationId: string; find: string }) {
  return (
    <Form
      method="get"
      action={`/organizations/${organizationId}/enrollments#find`}
      role="search"
      aria-label="Agencies that are here"
      className="find-possible"
      preventScrollReset
    >
      <label className="usa-label" htmlFor="find-words">
        Find an agency
      </label>
      <div className="usa-hint" id="find-hint">
        By name, county or state, or some of each: “Larkmoor”, “Adams Ohio”.
      </div>
      <div className="find-possible__line">
        <input
          key={find}
          className="usa-input"
          id="find-words"
          name="find"
          type="search"
          maxLength={100}
          autoComplete="off"
          defaultValue={find}
          aria-describedby="find-hint"
        />
        <button type="submit" className="usa-button usa-button--outline">
          Search
        </button>
      </div>
    </Form>
  )
}

type Possible = NonNullable<EnrollmentsPageData['possible']>

/** With more of them on the list, what comes after it is out of sight. */
const many = 5

function FoundList({ possible }: { possible: Possible }) {
  const { listed } = possible
  return (
    <>
      <p role="status" className="find-possible__count">
        {countWords(possible)}
      </p>
      {listed.length > many && (
        <p>
          <a className="usa-link" href="#by-mail">
            Isn’t it here yet? Invite by mail
          </a>
        </p>
      )}
      {listed.length > 0 && (
        <ul className="people-list">
          {listed.map(({ id, name, place }) => (
            <li key={id}>
              <div>
                <p className="people-list__name">{name}</p>
                <p className="people-list__facts">{place}</p>
              </div>
              <Form method="post">
                <input type="hidden" name="agency" value={id} />
                <button
                  type="submit"
                  className="usa-button usa-button--outline"
                  name="intent"
                  value="invite"
                  aria-label={`Invite ${name}`}
                >
                  Invite
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function countWords({ find, listed, total }: Possible): string {
  const more = total - listed.length
  const rest = more > 0 ? `, and ${more.toLocaleString('en-US')} more` : ''
  if (find === '') {
    if (more === 0) return 'These agencies are here and not invited yet, the nearest first.'
    return `The ${listed.length} nearest${rest}. Search to find others.`
  }
  if (total === 0) {
    return `No agency that is here and not invited yet is found for “${find}”. Look for a part of the name, or for the county. If it isn’t here yet, invite it by mail below.`
  }
  if (more === 0) return `${total} found for “${find}”${total > 1 ? ', the nearest first' : ''}.`
  return `The ${listed.length} nearest for “${find}”${rest}. Add the county or the state to find others.`
}

function MailForm({ mails, lastResult }: { mails: boolean; lastResult: SubmissionResult | null }) {
  const [form, fields] = useForm<{ email: string; name?: string }>({ id: 'mail', lastResult })
  const next = 'They sign up, enter their agency, and accept or decline.'
  return (
    <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
      <FormFaults errors={form.errors} />
      <TextInput
        field={fields.email}
        label="Email address of somebody there"
        hint={
          mails
            ? `We send them a link that works for 30 days. ${next}`
            : `This site sends no mail: you get a link to hand over. It works for 30 days. ${next}`
        }
        type="email"
        autoComplete="off"
      />
      <TextInput
        field={fields.name}
        label="Name of the agency"
        hint="For your own list, until it has entered itself."
        required={false}
        autoComplete="off"
        maxLength={120}
      />
      <button type="submit" className="usa-button usa-button--outline" name="intent" value="mail">
        {mails ? 'Send the invitation' : 'Make a link'}
      </button>
    </Form>
  )
}
