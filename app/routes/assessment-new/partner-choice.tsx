import { Link } from '@remix-run/react'
import { errorIdOf } from '#app/components/field.tsx'
import type { NewData } from './load-new.server.ts'
import { nobodyElse } from './new-assessment-schema.ts'

interface Props {
  agencyId: string
  partners: NewData['partners']
  name: string
  errors: string[] | undefined
  chosen: string
}

/** Whether one of the agency's partners rates it too. */
export function PartnerChoice({ agencyId, partners, name, errors, chosen }: Props) {
  const partnerships = `/organizations/${agencyId}/partnerships`
  if (partners.length === 0) {
    return (
      <section className="usa-form-group" aria-labelledby="who-else">
        <h2 id="who-else" className="usa-legend usa-legend--large">
          Who rates it too
        </h2>
        <p>
          Nobody yet: the agency has no behavioral-health partner here.{' '}
          <Link to={partnerships}>Propose a partnership</Link>. You can choose a partner later too, while you
          answer.
        </p>
      </section>
    )
  }
  return (
    <fieldset
      className={errors ? 'usa-fieldset usa-form-group usa-form-group--error' : 'usa-fieldset usa-form-group'}
      aria-describedby={errors ? errorIdOf(name) : undefined}
    >
      <legend className="usa-legend usa-legend--large">Who rates it too</legend>
      <p className="usa-hint">
        A partner rates the same items by itself. Neither side sees the other’s answers until both have
        submitted; then you settle the differences together.
      </p>
      {errors && (
        <p className="usa-error-message" id={errorIdOf(name)}>
          {errors.join(' ')}
        </p>
      )}
      {[...partners.map(toOption), nobody].map(({ value, label, description }) => (
        <div className="usa-radio" key={value}>
          <input
            className="usa-radio__input usa-radio__input--tile"
            type="radio"
            id={`partner-${value}`}
            name={name}
            value={value}
            defaultChecked={chosen === value}
          />
          <label className="usa-radio__label" htmlFor={`partner-${value}`}>
            {label}
            <span className="usa-radio__label-description">{description}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const nobody = {
  value: nobodyElse,
  label: 'Nobody',
  description: 'The results then say “not co-reviewed”. A partner can be chosen later, while you answer.',
}

function toOption({ partnershipId, name, place }: NewData['partners'][number]) {
  return { value: partnershipId, label: name, description: place }
}
