import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { PasswordInput } from '#app/accounts/password-input.tsx'

interface Props {
  intent: string
  submit: string
  lastResult: SubmissionResult | null
  /** Whether this is what the page is for. */
  main?: boolean
}

/** Asks for the password before something about the second step changes. */
export function PasswordStep({ intent, submit, lastResult, main = false }: Props) {
  const [form, fields] = useForm<{ password: string }>({ id: intent, lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
      <FormFaults errors={form.errors} />
      <PasswordInput field={fields.password} label="Your password" />
      <button
        type="submit"
        className={main ? 'usa-button' : 'usa-button usa-button--outline'}
        name="intent"
        value={intent}
      >
        {submit}
      </button>
    </Form>
  )
}
