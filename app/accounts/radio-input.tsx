import { errorIdOf } from '../components/field.tsx'
import type { FieldState } from './text-input.tsx'

interface Props {
  field: FieldState
  legend: string
  options: readonly { value: string; label: string; description?: string }[]
}

/** A choice of one among a few, each to be read in full. */
export function RadioInput({ field, legend, options }: Props) {
  const wrong = Boolean(field.errors?.length)
  return (
    <fieldset
      className={wrong ? 'usa-fieldset usa-form-group usa-form-group--error' : 'usa-fieldset usa-form-group'}
      aria-describedby={wrong ? errorIdOf(field.id) : undefined}
    >
      <legend className="usa-legend">{legend}</legend>
      {wrong && (
        <p className="usa-error-message" id={errorIdOf(field.id)}>
          {field.errors?.join(' ')}
        </p>
      )}
      {options.map(({ value, label, description }, at) => {
        const id = at === 0 ? field.id : `${field.id}-${value}`
        return (
          <div className="usa-radio" key={value}>
            <input
              className="usa-radio__input"
              type="radio"
              id={id}
              name={field.name}
              value={value}
              defaultChecked={field.initialValue === value}
              required
            />
            <label className="usa-radio__label" htmlFor={id}>
              {label}
              {description && <span className="usa-radio__label-description">{description}</span>}
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}
