import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { counted, listed } from '#app/format.ts'
import type { SentList } from './list-actions.server.ts'
import { ListHeading, type ListOrganization } from './list-heading.tsx'

/** What became of a list that was sent. */
export function SentPage({ organization, sent }: { organization: ListOrganization; sent: SentList }) {
  const { agencies, mailed, not, links } = sent
  return (
    <div className="partnerships">
      <ListHeading organization={organization} title="The list is sent" />
      <Alert tone="success" live>
        {counted(agencies + mailed, 'agency is', 'agencies are')} invited: {agencies} that{' '}
        {agencies === 1 ? 'is' : 'are'} here, {mailed} by {links.length > 0 ? 'a link' : 'mail'}.
      </Alert>
      {not.length > 0 && (
        <Alert tone="warning">
          Not invited, because somebody else invited them just now or they changed: {listed(not)}.
        </Alert>
      )}
      {links.length > 0 && (
        <section className="page-section" aria-labelledby="links">
          <h2 id="links">Links to hand over</h2>
          <p>Each works for 30 days, once, and is not shown again.</p>
          <dl className="list-links">
            {links.map(({ email, url }) => (
              <div key={url}>
                <dt>{email}</dt>
                <dd className="hand-over__link">{url}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p>
        <Link className="usa-button" to={`/organizations/${organization.id}/enrollments?list=invited`}>
          See all invitations
        </Link>
      </p>
    </div>
  )
}
