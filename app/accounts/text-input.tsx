import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { errorIdOf, Field, hintIdOf } from '../components/field.tsx'

/** What a form knows of one of its fields; conform's field metadata has this shape. */
export interface FieldState {
  id: string
  name: string
  key?: string | undefined
  errors?: string[] | undefined
  initialValue?: unknown
}

/** The ids of the texts that describe an input: its hint and what is wrong with it. */
export function describedBy({ id, errors }: FieldState, hint: ReactNode): string | undefined {
  const ids = [hint ? hintIdOf(id) : null, errors?.length ? errorIdOf(id) : null].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

interface Props {
  field: FieldState
  label: string
  hint?: ReactNode
  required?: boolean
  type?: 'text' | 'email'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'numeric' | 'email' | 'text'
  maxLength?: number
}

/** A labeled line of text. */
export function TextInput({ field, label, hint, required = true, type = 'text', ...rest }: Props) {
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors} required={required}>
      <input
        key={field.key}
        className={field.errors?.length ? 'usa-input usa-input--error' : 'usa-input'}
        id={field.id}
        name={field.name}
        type={type}
        required={required}
        defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
        aria-invalid={field.errors?.length ? true : undefined}
        aria-describedby={describedBy(field, hint)}
        autoCapitalize={type === 'email' ? 'none' : undefined}
        spellCheck={type === 'email' ? false : undefined}
        {...rest}
      />
    </Field>
  )
}
