import { Form } from '@remix-run/react'
import type { Listed, PartnershipsPage } from './load-partnerships.server.ts'

interface Managed {
  manages: boolean
}

/** Proposals that wait for this organization's answer. */
export function WaitingList({ waiting, manages }: Managed & { waiting: readonly Listed[] }) {
  return (
    <section className="page-section" aria-labelledby="waiting">
      <h2 id="waiting">Waiting for your answer</h2>
      <ul className="people-list">
        {waiting.map((row) => (
          <li key={row.id}>
            <Facts row={row}>
              {row.proposedBy} proposed a partnership {row.proposed}
            </Facts>
            {manages ? (
              <Form method="post" className="partnerships__buttons">
                <Which row={row} />
                <Act intent="accept" label="Accept" of={`the proposal of ${row.name}`} main />
                <Act intent="decline" label="Decline" of={`the proposal of ${row.name}`} />
              </Form>
            ) : (
              <p className="people-list__facts">A coordinator can accept or decline.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Partnerships in force; ending one is folded away, since it can't be undone. */
export function ActiveList({ active, manages }: Managed & { active: readonly Listed[] }) {
  return (
    <ul className="people-list">
      {active.map((row) => (
        <li key={row.id}>
          <Facts row={row}>partners since {row.since}</Facts>
          {manages && (
            <details className="fold people-list__manage">
              <summary>
                End<span className="usa-sr-only"> the partnership with {row.name}</span>
              </summary>
              <Form method="post" className="usa-form">
                <Which row={row} />
                <p className="usa-hint">
                  What you did together stays readable to both. Nothing new can be started together, and an
                  assessment that is under way goes on without the partner. Both are told.
                </p>
                <button type="submit" className="usa-button usa-button--secondary" name="intent" value="end">
                  End the partnership with {row.name}
                </button>
              </Form>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** This organization's own proposals that nobody has answered yet. */
export function ProposedList({ proposed, manages }: Managed & Pick<PartnershipsPage, 'proposed'>) {
  return (
    <section className="page-section" aria-labelledby="proposed">
      <h2 id="proposed">Proposed, not answered yet</h2>
      <ul className="people-list">
        {proposed.map((row) => (
          <li key={row.id}>
            <Facts row={row}>
              {row.proposedBy} proposed it {row.proposed}
              {row.expiry && ` · ${row.expiry}`}
            </Facts>
            {manages && (
              <Form method="post">
                <Which row={row} />
                <Act intent="withdraw" label="Withdraw" of={`the proposal to ${row.name}`} />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Partnerships and proposals that are over. */
export function PastList({ past }: Pick<PartnershipsPage, 'past'>) {
  return (
    <details className="fold">
      <summary>Past partnerships and proposals ({past.length})</summary>
      <ul className="people-list">
        {past.map((row) => (
          <li key={row.id}>
            <Facts row={row}>
              proposed {row.proposed} · {row.outcome}
            </Facts>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Facts({ row, children }: { row: Listed; children: React.ReactNode }) {
  return (
    <div>
      <p className="people-list__name">{row.name}</p>
      <p className="people-list__facts">
        {row.place && `${row.place} · `}
        {children}
      </p>
    </div>
  )
}

function Which({ row }: { row: Listed }) {
  return <input type="hidden" name="partnershipId" value={row.id} />
}

interface ActProps {
  intent: string
  label: string
  /** What it is done to, for those who hear the button alone. */
  of: string
  main?: boolean
}

function Act({ intent, label, of, main = false }: ActProps) {
  return (
    <button
      type="submit"
      className={main ? 'usa-button' : 'usa-button usa-button--outline'}
      name="intent"
      value={intent}
      aria-label={`${label} ${of}`}
    >
      {label}
    </button>
  )
}
