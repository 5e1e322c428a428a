interface Props {
  legend: string
  people: readonly { personId: string; name: string; role: 'viewer' | 'contributor' | 'coordinator' }[]
  /** Ids of those who are ticked. */
  chosen: readonly string[]
}

/** Who is asked to contribute: a box for each member who may answer; the field's name is `contributor`. */
export function ContributorBoxes({ legend, people, chosen }: Props) {
  return (
    <fieldset className="usa-fieldset usa-form-group">
      <legend className="usa-legend usa-legend--large">{legend}</legend>
      <p className="usa-hint">The members who may answer. Invite more people under Members.</p>
      {people.map(({ personId, name, role }) => (
        <div className="usa-checkbox" key={personId}>
          <input
            className="usa-checkbox__input"
            id={`contributor-${personId}`}
            type="checkbox"
            name="contributor"
            value={personId}
            defaultChecked={chosen.includes(personId)}
          />
          <label className="usa-checkbox__label" htmlFor={`contributor-${personId}`}>
            {name}
            {role === 'coordinator' && ' (coordinator)'}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
