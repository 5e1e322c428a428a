import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { otherSide } from '#assessments/access.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { describedBy, TextInput } from '#app/accounts/text-input.tsx'
import { Field } from '#app/components/field.tsx'
import { sideWords } from '#app/partnerships/partnership-words.ts'
import type { PartnershipsPage } from './load-partnerships.server.ts'

interface Props {
  page: PartnershipsPage
  answer: { form: string; lastResult: SubmissionResult } | null
}

/** Proposes a partnership: to an organization that is here, or by mail to one that isn't. */
export function ProposeForms({ page, answer }: Props) {
  const { side, possible, mails } = page
  const other = sideWords[otherSide(side)]
  const resultOf = (form: string) => (answer?.form === form ? answer.lastResult : null)
  return (
    <section className="page-section" aria-labelledby="propose-heading">
      <h2 id="propose-heading">Propose a partnership</h2>
      {possible.length > 0 && (
        <>
          <h3>With an organization that is here</h3>
          <ChooseForm possible={possible} lastResult={resultOf('propose')} />
          <h3>With one that isn’t here yet</h3>
        </>
      )}
      <MailForm other={other.one} mails={mails} lastResult={resultOf('mail')} />
    </section>
  )
}

interface ChooseProps extends Pick<PartnershipsPage, 'possible'> {
  lastResult: SubmissionResult | null
}

function ChooseForm({ possible, lastResult }: ChooseProps) {
  const [form, fields] = useForm<{ organization: string }>({ id: 'propose', lastResult })
  const { organization: field } = fields
  return (
    <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
      <FormFaults errors={form.errors} />
      <Field id={field.id} label="Organization" errors={field.errors} required>
        <select
          key={field.key}
          className={field.errors ? 'usa-select usa-input--error' : 'usa-select'}
          id={field.id}
          name={field.name}
          required
          defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={describedBy(field, null)}
        >
          <option value="">Choose one</option>
          {possible.map(({ title, options }) => (
            <optgroup key={title} label={title}>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <button type="submit" className="usa-button" name="intent" value="propose">
        Propose
      </button>
    </Form>
  )
}

interface MailProps {
  other: string
  mails: boolean
  lastResult: SubmissionResult | null
}

function MailForm({ other, mails, lastResult }: MailProps) {
  const [form, fields] = useForm<{ email: string }>({ id: 'mail', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
      <FormFaults errors={form.errors} />
      <TextInput
        field={fields.email}
        label="Email address of somebody there"
        hint={
          mails
            ? `We send them a link that works for 30 days. They sign up, enter their organization as ${other}, and accept or decline.`
            : `This site sends no mail: you get a link to hand over. It works for 30 days. They sign up, enter their organization as ${other}, and accept or decline.`
        }
        type="email"
        autoComplete="off"
      />
      <button type="submit" className="usa-button usa-button--outline" name="intent" value="mail">
        {mails ? 'Send the proposal' : 'Make a link'}
      </button>
    </Form>
  )
}
