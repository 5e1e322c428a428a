import { Link } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { OrganizationStatus } from '#db/words.ts'

interface Props {
  organizations: readonly {
    id: string
    name: string
    kind: string
    role: string
    status: OrganizationStatus
  }[]
}

const states: Record<OrganizationStatus, string> = {
  waiting: ' · waits for an administrator',
  declined: ' · declined',
  confirmed: '',
}

/** For whoever belongs to several organizations: whose work to open. */
export function YourOrganizations({ organizations }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title="Your organizations" />
      <ul className="choices">
        {organizations.map(({ id, name, kind, role, status }) => (
          <li key={id}>
            <Link to={`/organizations/${id}`} className="choices__link">
              <strong>{name}</strong>
              <span>
                {kind} · {role}
                {states[status]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/organizations/new">Enter another organization</Link>
      </p>
    </div>
  )
}
