import type { ReactNode } from 'react'
import { Field } from '../components/field.tsx'
import { describedBy, type FieldState } from './text-input.tsx'

interface Props {
  field: FieldState
  label: string
  hint?: ReactNode
  required?: boolean
  /** What the first, empty option says; without it, the first option is chosen. */
  empty?: string
  options: readonly { value: string; label: string }[]
}

/** A labeled choice among a list. */
export function SelectInput({ field, label, hint, required = true, empty, options }: Props) {
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors} required={required}>
      <select
        key={field.key}
        className={field.errors?.length ? 'usa-select usa-input--error' : 'usa-select'}
        id={field.id}
        name={field.name}
        required={required}
        defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
        aria-invalid={field.errors?.length ? true : undefined}
        aria-describedby={describedBy(field, hint)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
