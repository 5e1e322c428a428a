import { Form, Link } from '@remix-run/react'
import type { EnrollmentsPageData, ListedAgency } from './load-enrollments.server.ts'

const headings = { active: 'Enrolled agencies', invited: 'Invited, not answered yet', past: 'Past' } as const
const noneYet = {
  active: 'No agency has accepted yet.',
  invited: 'No invitation waits for an answer.',
  past: 'Nothing was declined, withdrawn or ended.',
} as const

/** One list of a program's enrollments, page by page. */
export function EnrollmentList({ page }: { page: EnrollmentsPageData }) {
  const { list, rows, words, next, isFirst, organization, manages, counts } = page
  const path = `/organizations/${organization.id}/enrollments`
  const search = (more: Record<string, string>) =>
    `?${new URLSearchParams({ list, words, ...more }).toString()}`
  return (
    <section className="page-section" aria-labelledby="list">
      <h2 id="list">{headings[list]}</h2>
      {(counts[list] > 20 || words !== '') && <SearchForm path={path} list={list} words={words} />}
      {rows.length === 0 ? (
        <p>{words === '' ? noneYet[list] : `None on this list is found for “${words}”.`}</p>
      ) : (
        <ul className="people-list">
          {rows.map((row) => (
            <Row key={row.id} row={row} page={page} manages={manages} />
          ))}
        </ul>
      )}
      <p className="enrollment-pages">
        {!isFirst && <Link to={search({})}>Back to the first page</Link>}{' '}
        {next && <Link to={search({ after: next })}>Next page</Link>}
      </p>
    </section>
  )
}

function SearchForm({ path, list, words }: { path: string; list: string; words: string }) {
  return (
    <Form method="get" action={path} role="search" aria-label="This list" className="find-possible">
      <input type="hidden" name="list" value={list} />
      <label className="usa-label" htmlFor="list-words">
        Search this list by name, county, state or address
      </label>
      <div className="find-possible__line">
        <input
          key={words}
          className="usa-input"
          id="list-words"
          name="words"
          type="search"
          maxLength={100}
          autoComplete="off"
          defaultValue={words}
        />
        <button type="submit" className="usa-button usa-button--outline">
          Search
        </button>
      </div>
    </Form>
  )
}

interface RowProps {
  row: ListedAgency
  page: EnrollmentsPageData
  manages: boolean
}

function Row({ row, page: { list, organization }, manages }: RowProps) {
  const { agencyId, name, place, facts } = row
  return (
    <li>
      <div>
        <p className="people-list__name">
          {agencyId ? (
            <Link to={`/organizations/${organization.id}/agencies/${agencyId}`}>{name}</Link>
          ) : (
            name
          )}
        </p>
        <p className="people-list__facts">
          {place && `${place} · `}
          {facts}
        </p>
      </div>
      {manages && list === 'invited' && (
        <Form method="post">
          <input type="hidden" name="enrollmentId" value={row.id} />
          <button
            type="submit"
            className="usa-button usa-button--outline"
            name="intent"
            value="withdraw"
            aria-label={`Withdraw the invitation to ${name}`}
          >
            Withdraw
          </button>
        </Form>
      )}
      {manages && list === 'active' && <EndFold row={row} />}
    </li>
  )
}

/** Ending an enrollment is folded away: to come back, the agency has to be invited again. */
function EndFold({ row }: { row: ListedAgency }) {
  return (
    <details className="fold people-list__manage">
      <summary>
        End<span className="usa-sr-only"> the enrollment of {row.name}</span>
      </summary>
      <Form method="post" className="usa-form">
        <input type="hidden" name="enrollmentId" value={row.id} />
        <p className="usa-hint">
          You then see nothing of it any more, and your figures leave it out. To follow it again, you have to
          invite it, and it has to accept. Its coordinators are told.
        </p>
        <button type="submit" className="usa-button usa-button--secondary" name="intent" value="end">
          End the enrollment of {row.name}
        </button>
      </Form>
    </details>
  )
}
