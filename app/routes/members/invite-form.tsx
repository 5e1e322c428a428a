import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { roleWords } from '#app/accounts/organization-words.ts'
import { RadioInput } from '#app/accounts/radio-input.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'
import type { Role } from '#assessments/access.ts'

interface Props {
  /** Whether the link goes by mail, or is shown to be handed over. */
  mails: boolean
  lastResult: SubmissionResult | null
}

const roles: readonly Role[] = ['contributor', 'coordinator', 'viewer']

/** Invites somebody by email address. */
export function InviteForm({ mails, lastResult }: Props) {
  const [form, fields] = useForm<{ email: string; role: string }>({
    id: 'invite',
    lastResult,
    defaultValue: { role: 'contributor' },
  })
  return (
    <section aria-labelledby="invite-heading">
      <h2 id="invite-heading">Invite somebody</h2>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput
          field={fields.email}
          label="Their email address"
          hint={
            mails
              ? 'We send them a link that works for 14 days.'
              : 'This site sends no mail: you get a link to hand over. It works for 14 days, for this address alone.'
          }
          type="email"
          autoComplete="off"
        />
        <RadioInput
          field={fields.role}
          legend="Their role"
          options={roles.map((value) => ({ value, ...roleWords[value] }))}
        />
        <button type="submit" className="usa-button" name="intent" value="invite">
          Invite
        </button>
      </Form>
    </section>
  )
}
