import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { RadioInput } from '#app/accounts/radio-input.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'
import { lifetimes } from './lifetimes.ts'

/** Makes a token. */
export function MakeForm({ lastResult }: { lastResult: SubmissionResult | null }) {
  const [form, fields] = useForm<{ name: string; days: string }>({
    id: 'make',
    lastResult,
    defaultValue: { days: '90' },
  })
  return (
    <section aria-labelledby="make-heading">
      <h2 id="make-heading">Make a token</h2>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput
          field={fields.name}
          label="What it is for"
          hint="A name by which you know it again, such as “County dashboard”."
          autoComplete="off"
          maxLength={60}
        />
        <RadioInput
          field={fields.days}
          legend="How long it works"
          options={lifetimes.map((value) => ({ value, label: `${value} days` }))}
        />
        <button type="submit" className="usa-button" name="intent" value="make">
          Make token
        </button>
      </Form>
    </section>
  )
}
