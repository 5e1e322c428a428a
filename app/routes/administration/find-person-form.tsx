import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { HandOver } from '#app/accounts/hand-over.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'

interface Found {
  name: string
  email: string
  secondFactor: boolean
}

interface Props {
  lastResult: SubmissionResult | null
  found: Found | null
  link: { email: string; url: string } | null
  mails: boolean
}

/** Finds a person by email address, and offers what an administrator can do for them. */
export function FindPersonForm({ lastResult, found, link, mails }: Props) {
  const [form, fields] = useForm<{ email: string }>({ id: 'find', lastResult })
  return (
    <section aria-labelledby="find-heading">
      <h2 id="find-heading">Somebody can’t sign in</h2>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput field={fields.email} label="Their email address" type="email" autoComplete="off" />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="find">
          Find
        </button>
      </Form>
      {found && <FoundPerson found={found} mails={mails} />}
      {link && (
        <HandOver {...link}>
          With it they choose a new password, within one hour. It is not shown again.
        </HandOver>
      )}
    </section>
  )
}

function FoundPerson({ found, mails }: { found: Found; mails: boolean }) {
  return (
    <div className="found-person" role="status">
      <h3>{found.name}</h3>
      <p>{found.email}</p>
      <Form method="post">
        <input type="hidden" name="email" value={found.email} />
        {found.secondFactor ? (
          <>
            <p>Before you reset the second step, make sure who asks: call a number that you know.</p>
            <button
              type="submit"
              className="usa-button usa-button--secondary"
              name="intent"
              value="reset-second-factor"
            >
              Reset the second step
            </button>
          </>
        ) : (
          <p>There is no second step to reset: the password alone signs in.</p>
        )}
        {mails ? (
          <p>For a forgotten password they ask for a link themselves, on the page to sign in.</p>
        ) : (
          <button
            type="submit"
            className="usa-button usa-button--outline"
            name="intent"
            value="password-link"
          >
            Make a link to a new password
          </button>
        )}
      </Form>
    </div>
  )
}
