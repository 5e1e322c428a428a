import { describedBy, type FieldState } from '../accounts/text-input.tsx'
import { reasonLength } from '../reason-length.ts'
import { Field } from './field.tsx'

interface Props {
  field: FieldState
  label: string
  /** Who reads the reason, and what it must not say. */
  hint: string
}

/** Asks why something is done that stays on record. */
export function ReasonField({ field, label, hint }: Props) {
  const invalid = field.errors?.length ? true : undefined
  return (
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
  )
}
