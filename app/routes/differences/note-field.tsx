import type { ReactNode } from 'react'
import { Field, hintIdOf } from '#app/components/field.tsx'
import { stepFields } from '#app/reconciling/step-fields.ts'
import { useSteps } from './steps.ts'

interface Props {
  id: string
  /** Of the form that it is in. */
  intent: string
  name?: string
  label: string
  hint?: ReactNode
  required?: boolean
  rows?: number
}

/** A field for a note or a comment; what is typed stays in it until it is sent. */
export function NoteField({
  id,
  intent,
  name = stepFields.note,
  label,
  hint,
  required = false,
  rows = 2,
}: Props) {
  const { problem, talk } = useSteps()
  const before = problem?.intent === intent ? problem.fields[name] : undefined
  return (
    <Field id={id} label={label} hint={hint} required={required}>
      <textarea
        className="usa-textarea talk__text"
        id={id}
        name={name}
        rows={rows}
        required={required}
        maxLength={talk.limits.note}
        defaultValue={before}
        aria-describedby={hint ? hintIdOf(id) : undefined}
      />
    </Field>
  )
}
