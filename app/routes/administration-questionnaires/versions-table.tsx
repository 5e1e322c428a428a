import { Form, Link } from '@remix-run/react'
import type { ListedVersion } from './list-all.server.ts'

interface Props {
  slug: string
  versions: readonly ListedVersion[]
}

const columns = ['Version', 'State', 'In progress', 'Final', 'What you can do']

/** The versions of one questionnaire, with how much each is used and what can be done with it. */
export function VersionsTable({ slug, versions }: Props) {
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked versions-table">
      <caption className="usa-sr-only">Versions, the newest first</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((one) => (
          <tr key={one.version}>
            <th scope="row">{one.version}</th>
            <td data-label="State">
              {one.states.map((state) => (
                <span key={state} className="usa-tag">
                  {state}
                </span>
              ))}
            </td>
            <td data-label="In progress">{one.inProgress}</td>
            <td data-label="Final">{one.final}</td>
            <td data-label="What you can do">
              <Links slug={slug} one={one} />
              {one.can === 'withdraw' && <Withdraw slug={slug} version={one.version} />}
              {one.can === 'offer-again' && <OfferAgain slug={slug} version={one.version} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Links({ slug, one: { version, since, firstDomain } }: { slug: string; one: ListedVersion }) {
  const own = `/administration/questionnaires/${slug}/${version}`
  const links = [
    { to: `/questionnaires/${slug}/${version}`, words: 'Read' },
    ...(since === null
      ? []
      : [{ to: `/questionnaires/${slug}/${version}/changes`, words: `Changes since ${since}` }]),
    { to: own, words: 'Impact' },
    { to: `${own}/preview/${firstDomain}`, words: 'Preview' },
  ]
  return (
    <ul className="versions-table__links">
      {links.map(({ to, words }) => (
        <li key={to}>
          <Link to={to}>
            {words}
            <span className="usa-sr-only">, version {version}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Withdraw({ slug, version }: { slug: string; version: string }) {
  const id = `sure-${slug}-${version}`
  return (
    <details className="fold">
      <summary>
        Withdraw<span className="usa-sr-only"> version {version}</span>
      </summary>
      <Form method="post">
        <p>
          No new assessment can be started with version {version}. If it is the one on offer, the newest other
          one takes its place. Assessments that use it stay as they are. You can take this back.
        </p>
        <Named slug={slug} version={version} />
        <div className="usa-checkbox">
          <input className="usa-checkbox__input" type="checkbox" id={id} name="sure" value="yes" required />
          <label className="usa-checkbox__label" htmlFor={id}>
            I am sure to withdraw version {version}
          </label>
        </div>
        <button type="submit" className="usa-button usa-button--secondary" name="intent" value="withdraw">
          Withdraw {version}
        </button>
      </Form>
    </details>
  )
}

function OfferAgain({ slug, version }: { slug: string; version: string }) {
  return (
    <Form method="post">
      <Named slug={slug} version={version} />
      <button type="submit" className="usa-button usa-button--outline" name="intent" value="offer-again">
        Take the withdrawal of {version} back
      </button>
    </Form>
  )
}

function Named({ slug, version }: { slug: string; version: string }) {
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}
