import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { FormAnswer } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'

export function NameForm({ name, answer }: { name: string; answer: FormAnswer | undefined }) {
  const [form, fields] = useForm<{ name: string }>({
    id: 'name',
    lastResult: answer?.lastResult ?? null,
    defaultValue: { name },
  })
  return (
    <section aria-labelledby="account-name">
      <h2 id="account-name">Name</h2>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput field={fields.name} label="Your name" autoComplete="name" maxLength={100} />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="name">
          Change name
        </button>
      </Form>
    </section>
  )
}
