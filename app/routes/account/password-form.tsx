import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { FormAnswer } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { PasswordInput } from '#app/accounts/password-input.tsx'

interface Props {
  email: string
  answer: FormAnswer | undefined
}

export function PasswordForm({ email, answer }: Props) {
  const [form, fields] = useForm<{ currentPassword: string; newPassword: string }>({
    id: 'password',
    lastResult: answer?.lastResult ?? null,
  })
  return (
    <section aria-labelledby="account-password">
      <h2 id="account-password">Password</h2>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        {/* So that a password manager knows whose password it is. */}
        <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
        <PasswordInput field={fields.currentPassword} label="Current password" />
        <PasswordInput field={fields.newPassword} label="New password" chosen />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="password">
          Change password
        </button>
      </Form>
    </section>
  )
}
