import type { PortfolioData } from './load-portfolio.server.ts'

/** What can be done with the agencies that are ticked. */
export function WithChosen({ data: { may, facets, program } }: { data: PortfolioData }) {
  return (
    <fieldset className="usa-fieldset with-chosen">
      <legend className="usa-legend">With the agencies that you ticked</legend>
      {may.remind && (
        <p>
          <button
            className="usa-button"
            type="submit"
            formMethod="get"
            formAction={`/organizations/${program.id}/reminders`}
          >
            Remind them by mail
          </button>{' '}
          You see the mail before anything is sent.
        </p>
      )}
      {may.arrange && (
        <div className="with-chosen__tag">
          <label className="usa-label" htmlFor="tag-name">
            Tag
          </label>
          <input className="usa-input" id="tag-name" name="tag" maxLength={60} list="known-tags" />
          <datalist id="known-tags">
            {facets.tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <button className="usa-button usa-button--outline" name="intent" value="tag">
            Give the tag
          </button>
          <button className="usa-button usa-button--outline" name="intent" value="untag">
            Take the tag away
          </button>
        </div>
      )}
    </fieldset>
  )
}
