import { Form } from '@remix-run/react'
import type { PartnershipsPage } from './load-partnerships.server.ts'

type Possible = NonNullable<PartnershipsPage['possible']>

interface FindProps {
  organizationId: string
  find: string
  other: string
}

/** Looks for an organization among those that are here; kept in the address. */
export function FindForm({ organizationId, find, other }: FindProps) {
  return (
    <Form
      method="get"
      action={`/organizations/${organizationId}/partnerships#find`}
      role="search"
      className="find-possible"
      preventScrollReset
    >
      <label className="usa-label" htmlFor="find-words">
        Find {other}
      </label>
      <div className="usa-hint" id="find-hint">
        By name, county or state, or some of each: “Larkmoor”, “Adams Ohio”.
      </div>
      <div className="find-possible__line">
        <input
          // What the page shows and what stands here stay the same, also on the way back.
          key={find}
          className="usa-input"
          id="find-words"
          name="find"
          type="search"
          maxLength={100}
          autoComplete="off"
          defaultValue={find}
          aria-describedby="find-hint"
        />
        <button type="submit" className="usa-button usa-button--outline">
          Search
        </button>
      </div>
    </Form>
  )
}

/** With more of them on the list, what comes after it is out of sight. */
const many = 5

/** Whom a partnership can be proposed to: the nearest, or those that were looked for. */
export function FoundList({ possible, others }: { possible: Possible; others: string }) {
  const { listed } = possible
  return (
    <>
      <p role="status" className="find-possible__count">
        {countWords(possible, others)}
      </p>
      {listed.length > many && (
        <p>
          <a className="usa-link" href="#by-mail">
            Isn’t it here yet? Propose by mail
          </a>
        </p>
      )}
      {listed.length > 0 && (
        <ul className="people-list">
          {listed.map((one) => (
            <Found key={one.id} {...one} />
          ))}
        </ul>
      )}
    </>
  )
}

function Found({ id, name, place }: Possible['listed'][number]) {
  return (
    <li>
      <div>
        <p className="people-list__name">{name}</p>
        <p className="people-list__facts">{place}</p>
      </div>
      <Form method="post">
        <input type="hidden" name="organization" value={id} />
        <button
          type="submit"
          className="usa-button usa-button--outline"
          name="intent"
          value="propose"
          aria-label={`Propose a partnership with ${name}`}
        >
          Propose
        </button>
      </Form>
    </li>
  )
}

/** What the list has of all that there are, and what to do about the others. */
function countWords({ find, listed, total }: Possible, others: string): string {
  const more = total - listed.length
  const rest = more > 0 ? `, and ${more.toLocaleString('en-US')} more` : ''
  if (find === '') {
    if (more === 0) return `These ${others} are here, the nearest first.`
    return `The ${listed.length} nearest${rest}. Search to find others.`
  }
  if (total === 0) {
    return `None of the ${others} here is found for “${find}”. Look for a part of the name, or for the county. If it isn’t here yet, propose by mail below.`
  }
  if (more === 0) return `${total} found for “${find}”${total > 1 ? ', the nearest first' : ''}.`
  return `The ${listed.length} nearest for “${find}”${rest}. Add the county or the state to find others.`
}
