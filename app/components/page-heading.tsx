import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

interface Props {
  title: string
  /** The way back up: each page above this one, outermost first. */
  above?: readonly { label: string; to: string }[]
  children?: ReactNode
}

/** A page's heading with the way back up, and under it a line or two. */
export function PageHeading({ title, above = [], children }: Props) {
  return (
    <div className="page-heading">
      {above.length > 0 && (
        <nav aria-label="You are in" className="page-heading__above">
          <ol>
            {above.map(({ label, to }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1>{title}</h1>
      {children}
    </div>
  )
}
