import { describedBy, type FieldState } from '../accounts/text-input.tsx'
import { reasonLength } from '../reason-length.ts'
import { Alert } from './alert.tsx'
import { Field } from './field.tsx'

interface Props {
  field: FieldState
  /** Asks about a reason that looks like something about a person; what it says of that is its error. */
  confirm?: FieldState
  label: string
  /** Who reads the reason, and what it must not say. */
  hint: string
}

/** Asks why something is done that stays on record. */
export function ReasonField({ field, confirm, label, hint }: Props) {
  const invalid = field.errors?.length ? true : undefined
  return (
    <>
      {confirm?.errors?.length ? <AboutPrivate field={confirm} /> : null}
      <Field id={field.id} label={label} required hint={hint} errors={field.errors}>
        <textarea
          key={field.key}
          className={invalid ? 'usa-textarea usa-input--error' : 'usa-textarea'}
          id={field.id}
          name={field.name}
          required
          maxLength={reasonLength}
          defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
          aria-invalid={invalid}
          aria-describedby={describedBy(field, hint)}
        />
      </Field>
    </>
  )
}

function AboutPrivate({ field: { id, name, errors } }: { field: FieldState }) {
  return (
    <Alert tone="warning" heading="Is this about a person?" live>
      <p>
        {errors?.join(' ')} No information about a person in crisis belongs here. Change the text, or say that
        it is about nobody.
      </p>
      <div className="usa-checkbox">
        <input className="usa-checkbox__input" type="checkbox" id={id} name={name} value="yes" />
        <label className="usa-checkbox__label" htmlFor={id}>
          It is about nobody: keep it as it is
        </label>
      </div>
    </Alert>
  )
}
