import { useEffect, useState } from 'react'
import { Field } from '../components/field.tsx'
import { shortestPassword } from './password-length.ts'
import { describedBy, type FieldState } from './text-input.tsx'

interface Props {
  field: FieldState
  label: string
  /** Whether a password is chosen here, or one that the person already has is asked for. */
  chosen?: boolean
}

const choosing = `At least ${shortestPassword} characters. A few words in a row are easy to remember; no digits or symbols are needed.`

/** A password, with a button that shows it where scripts run. */
export function PasswordInput({ field, label, chosen = false }: Props) {
  const [shown, setShown] = useState(false)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const hint = chosen ? choosing : undefined
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors} required>
      <input
        className={field.errors?.length ? 'usa-input usa-input--error' : 'usa-input'}
        id={field.id}
        name={field.name}
        type={shown ? 'text' : 'password'}
        required
        autoComplete={chosen ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={field.errors?.length ? true : undefined}
        aria-describedby={describedBy(field, hint)}
      />
      {scripted && (
        <button
          type="button"
          className="usa-show-password password-input__toggle"
          aria-controls={field.id}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide password' : 'Show password'}
        </button>
      )}
    </Field>
  )
}
