import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { PageHeading } from '../components/page-heading.tsx'

interface Props {
  title?: string
  children: ReactNode
  next?: { label: string; to: string }
}

/** A page for a link out of a mail that can't be used (any more): why, and what to do. */
export function DeadLink({ title = 'This link does not work any more', children, next }: Props) {
  return (
    <div className="page__narrow">
      <PageHeading title={title}>
        <p className="usa-intro">{children}</p>
      </PageHeading>
      {next && (
        <p>
          <Link className="usa-button" to={next.to}>
            {next.label}
          </Link>
        </p>
      )}
    </div>
  )
}
