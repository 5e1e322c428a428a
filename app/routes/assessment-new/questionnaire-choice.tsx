import { Link } from '@remix-run/react'
import { errorIdOf } from '#app/components/field.tsx'
import type { NewData } from './load-new.server.ts'

interface Props {
  name: string
  errors: string[] | undefined
  chosen: string
  questionnaires: NewData['questionnaires']
}

/** Which questionnaire, among those on offer. */
export function QuestionnaireChoice({ name, errors, chosen, questionnaires }: Props) {
  return (
    <fieldset
      className={errors ? 'usa-fieldset usa-form-group usa-form-group--error' : 'usa-fieldset usa-form-group'}
      aria-describedby={errors ? errorIdOf(name) : undefined}
    >
      <legend className="usa-legend usa-legend--large">Questionnaire</legend>
      {errors && (
        <p className="usa-error-message" id={errorIdOf(name)}>
          {errors.join(' ')}
        </p>
      )}
      {questionnaires.map(({ slug, version, title, summary, minutes, last }) => {
        const value = `${slug}@${version}`
        return (
          <div className="usa-radio" key={value}>
            <input
              className="usa-radio__input usa-radio__input--tile"
              type="radio"
              id={`questionnaire-${slug}`}
              name={name}
              value={value}
              required
              defaultChecked={chosen === value}
            />
            <label className="usa-radio__label" htmlFor={`questionnaire-${slug}`}>
              {title}, version {version}
              <span className="usa-radio__label-description">
                {summary} It takes a team {minutes.least} to {minutes.most} minutes.
              </span>
            </label>
            {last?.changes && <Since last={last} changes={last.changes} version={version} />}
          </div>
        )
      })}
    </fieldset>
  )
}

type Last = NonNullable<NewData['questionnaires'][number]['last']>

/** What changed since the agency's last assessment. */
function Since({
  last,
  changes,
  version,
}: {
  last: Last
  changes: NonNullable<Last['changes']>
  version: string
}) {
  return (
    <p className="start-form__since">
      Your last assessment, as of {last.asOf}, was with version {last.version}.{' '}
      {changes.words ? `Since then: ${changes.words}.` : 'No item has changed since then.'}{' '}
      <Link to={changes.to}>
        See what changed
        <span className="usa-sr-only">
          {' '}
          from version {last.version} to {version}
        </span>
      </Link>
    </p>
  )
}
