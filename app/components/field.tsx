import type { ReactNode } from 'react'

interface Props {
  id: string
  label: string
  hint?: ReactNode
  errors?: readonly string[] | undefined
  required?: boolean
  children: ReactNode
}

/** The id of a field's error text, for the input's aria-describedby. */
export const errorIdOf = (id: string) => `${id}-error`
/** The id of a field's hint, for the input's aria-describedby. */
export const hintIdOf = (id: string) => `${id}-hint`

/** A label, a hint, what is wrong, and the input itself. */
export function Field({ id, label, hint, errors, required = false, children }: Props) {
  return (
    <div className={errors?.length ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
      <label className={errors?.length ? 'usa-label usa-label--error' : 'usa-label'} htmlFor={id}>
        {label}
        {!required && <span className="usa-hint"> (optional)</span>}
      </label>
      {hint && (
        <div className="usa-hint" id={hintIdOf(id)}>
          {hint}
        </div>
      )}
      {errors?.length ? (
        <p className="usa-error-message" id={errorIdOf(id)}>
          {errors.join(' ')}
        </p>
      ) : null}
      {children}
    </div>
  )
}
