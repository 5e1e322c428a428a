import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { errorIdOf } from '#app/components/field.tsx'
import { ReasonField } from '#app/components/reason-field.tsx'
import type { RedactedField, RedactedStepField } from '#db/words.ts'

const labels: Record<RedactedField | RedactedStepField, string> = {
  value: 'The answer itself',
  notApplicable: 'The reason why it is not applicable',
  note: 'The note',
  evidence: 'The links to evidence',
  comment: 'The comment',
  'proposal-note': 'The note of the proposal',
  'proposal-reason': 'The reason why it is not applicable',
  'acceptance-note': 'The note of the acceptance',
  'reopening-reason': 'The reason for reopening',
}

interface Props {
  fields: readonly (RedactedField | RedactedStepField)[]
  lastResult: SubmissionResult | undefined
}

/** Chooses a text and says why it is taken out. */
export function RedactForm({ fields: offered, lastResult }: Props) {
  const [form, fields] = useForm<{ field: string; reason: string; confirmedPrivate?: string }>({
    id: 'redact',
    lastResult: lastResult ?? null,
  })
  const { field, reason, confirmedPrivate } = fields
  const invalid = field.errors ? true : undefined
  return (
    <Form
      method="post"
      className="big-form"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
      <FormFaults errors={form.errors} />
      <fieldset className="usa-fieldset" aria-describedby={invalid && errorIdOf(field.id)}>
        <legend className="usa-legend">Which text is to be taken out?</legend>
        {field.errors && (
          <p className="usa-error-message" id={errorIdOf(field.id)}>
            {field.errors.join(' ')}
          </p>
        )}
        {offered.map((value) => (
          <div className="usa-radio" key={value}>
            <input
              className="usa-radio__input"
              type="radio"
              id={`${field.id}-${value}`}
              name={field.name}
              value={value}
              defaultChecked={field.initialValue === value || offered.length === 1}
              required
            />
            <label className="usa-radio__label" htmlFor={`${field.id}-${value}`}>
              {labels[value]}
            </label>
          </div>
        ))}
      </fieldset>
      <ReasonField
        field={reason}
        confirm={confirmedPrivate}
        label="Why is it taken out?"
        hint="This stays on record. Do not repeat what you are taking out."
      />
      <button type="submit" className="usa-button usa-button--secondary">
        Take it out for good
      </button>
    </Form>
  )
}
