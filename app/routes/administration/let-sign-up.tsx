import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { HandOver } from '#app/accounts/hand-over.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'

interface Props {
  mails: boolean
  lastResult: SubmissionResult | null
  link: { email: string; url: string } | null
}

/** Where sign-up is by invitation only: lets somebody in who then enters an organization. */
export function LetSignUp({ mails, lastResult, link }: Props) {
  const [form, fields] = useForm<{ email: string }>({ id: 'let-sign-up', lastResult })
  return (
    <section aria-labelledby="let-sign-up-heading">
      <h2 id="let-sign-up-heading">Let somebody sign up</h2>
      <p>For the coordinator of an organization that isn’t here yet. Members of one are invited by it.</p>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput
          field={fields.email}
          label="Their email address"
          hint={mails ? 'We send them a link that works for 14 days.' : 'You get a link to hand over.'}
          type="email"
          autoComplete="off"
        />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="let-sign-up">
          Let them sign up
        </button>
      </Form>
      {link && (
        <HandOver {...link}>
          It works for 14 days, for that email address alone, and is not shown again.
        </HandOver>
      )}
    </section>
  )
}
