import { Form, Link } from '@remix-run/react'
import { formatWords } from '#app/exporting/format-words.ts'
import { exportFormats } from '#db/words.ts'

interface Props {
  isProgram: boolean
  /** The portfolio's filter; empty for all. */
  query: string
  /** Which agencies that leaves, in words; null for an agency's own. */
  what: string | null
}

/** Asks for an export. */
export function AskForm({ isProgram, query, what }: Props) {
  return (
    <section className="page-section" aria-labelledby="ask">
      <h2 id="ask">Make an export</h2>
      <Form method="post" className="usa-form usa-form--large" action="?">
        <input type="hidden" name="intent" value="ask" />
        <input type="hidden" name="query" value={query} />
        {what !== null && (
          <p>
            <strong>Agencies:</strong> {what}.{' '}
            <Link to={`../portfolio${query && `?${query}`}`} relative="path">
              Choose others
            </Link>
          </p>
        )}
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">Format</legend>
          {exportFormats.map((format) => (
            <div className="usa-radio" key={format}>
              <input
                className="usa-radio__input usa-radio__input--tile"
                type="radio"
                name="format"
                id={`format-${format}`}
                value={format}
                defaultChecked={format === 'csv'}
                aria-describedby={`format-${format}-hint`}
              />
              <label className="usa-radio__label" htmlFor={`format-${format}`}>
                {formatWords[format].label}
                <span className="usa-radio__label-description" id={`format-${format}-hint`}>
                  {formatWords[format].hint}
                </span>
              </label>
            </div>
          ))}
        </fieldset>
        {isProgram && <Anonymous />}
        <button className="usa-button usa-button--big" type="submit">
          Make the export
        </button>
      </Form>
    </section>
  )
}

function Anonymous() {
  return (
    <>
      <div className="usa-checkbox exports__anonymous">
        <input
          className="usa-checkbox__input"
          type="checkbox"
          id="anonymous"
          name="anonymous"
          value="yes"
          aria-describedby="anonymous-hint"
        />
        <label className="usa-checkbox__label" htmlFor="anonymous">
          Anonymous, for outsiders
        </label>
        <p className="usa-hint" id="anonymous-hint">
          Without names, places, typed text and numbers; dates by quarter; groups of fewer than five agencies
          of one state, size and type are left out, with what would let one compute them. Not as FHIR.
        </p>
      </div>
      <p>
        The files hold no more of an agency than it shares. If one later shares less, they can no longer be
        downloaded, and new ones hold what is shared then.
      </p>
    </>
  )
}
