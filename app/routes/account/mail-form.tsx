import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { FormAnswer } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { PasswordInput } from '#app/accounts/password-input.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'

interface Props {
  email: string
  mail: { sent: boolean; outbox: boolean }
  answer: FormAnswer | undefined
}

export function MailForm({ email, mail, answer }: Props) {
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: 'mail',
    lastResult: answer?.lastResult ?? null,
  })
  return (
    <section aria-labelledby="account-mail">
      <h2 id="account-mail">Email address</h2>
      <p>
        You sign in with <strong>{email}</strong>.
        {mail.sent && ' A new address counts once you have opened the link that we send to it.'}
        {mail.outbox && (
          <>
            {' '}
            Here, mail ends up in the <Link to="/outbox">outbox</Link>.
          </>
        )}
      </p>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput field={fields.email} label="New email address" type="email" autoComplete="email" />
        <PasswordInput field={fields.password} label="Your password" />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="mail">
          Change email address
        </button>
      </Form>
    </section>
  )
}
