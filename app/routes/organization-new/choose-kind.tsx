import { Link } from '@remix-run/react'
import { kindWords } from '#app/accounts/organization-words.ts'
import { organizationKinds } from '#app/accounts/organization-kinds.ts'
import { PageHeading } from '#app/components/page-heading.tsx'

/** The first question: what kind of organization it is. */
export function ChooseKind({ to }: { to: string }) {
  return (
    <div className="page__narrow">
      <PageHeading title="What kind of organization is it?" />
      <ul className="choices">
        {organizationKinds.map((kind) => (
          <li key={kind}>
            <Link
              to={`/organizations/new?${new URLSearchParams({ kind, ...(to !== '/' && { to }) }).toString()}`}
              className="choices__link"
            >
              <strong>{kindWords[kind].label}</strong>
              <span>{kindWords[kind].description}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
