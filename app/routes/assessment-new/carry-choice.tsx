import { errorIdOf } from '#app/components/field.tsx'
import { counted } from '#app/format.ts'
import type { NewData } from './load-new.server.ts'
import type { carryChoices } from './new-assessment-schema.ts'

interface Props {
  name: string
  errors: string[] | undefined
  chosen: string
  questionnaires: NewData['questionnaires']
}

/** Whether the agency's last answers come along; nothing where it has none. */
export function CarryChoice({ name, errors, chosen, questionnaires }: Props) {
  const rounds = questionnaires.flatMap(({ last }) => (last && last.count > 0 ? [last] : []))
  const [first] = rounds
  if (!first) return null
  const which = rounds.length === 1 ? `the answers of ${first.month}` : 'your last answers'
  return (
    <fieldset
      className={errors ? 'usa-fieldset usa-form-group usa-form-group--error' : 'usa-fieldset usa-form-group'}
      aria-describedby={errors ? errorIdOf(name) : undefined}
    >
      <legend className="usa-legend usa-legend--large">Carry {which} forward</legend>
      <p className="usa-hint">
        {rounds.length === 1 && `${counted(first.count, 'answer')} can come along. `}Each is marked “not
        reconfirmed”, and counts as unanswered until one of you confirms or changes it.
      </p>
      {errors && (
        <p className="usa-error-message" id={errorIdOf(name)}>
          {errors.join(' ')}
        </p>
      )}
      {options.map(({ value, label, description }) => (
        <div className="usa-radio" key={value}>
          <input
            className="usa-radio__input usa-radio__input--tile"
            type="radio"
            id={`carry-${value}`}
            name={name}
            value={value}
            defaultChecked={chosen === value}
          />
          <label className="usa-radio__label" htmlFor={`carry-${value}`}>
            {label}
            <span className="usa-radio__label-description">{description}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const options: { value: (typeof carryChoices)[number]; label: string; description: string }[] = [
  { value: 'all', label: 'All of them', description: 'With their notes and links.' },
  {
    value: 'choose',
    label: 'Let me choose by domain',
    description: 'The next page says what becomes of them, domain by domain.',
  },
  {
    value: 'none',
    label: 'No, begin with empty answers',
    description: 'You can still carry them forward later, while you answer.',
  },
]
