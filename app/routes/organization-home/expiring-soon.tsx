import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { counted } from '#app/format.ts'
import type { Expiring } from './expiring-soon.server.ts'

interface Props {
  organizationId: string
  expiring: readonly Expiring[]
}

/** Tells coordinators what will be deleted, and how to keep it elsewhere or for longer. */
export function ExpiringSoon({ organizationId, expiring }: Props) {
  const path = `/organizations/${organizationId}`
  return (
    <Alert tone="warning" heading={`${counted(expiring.length, 'assessment')} will soon be deleted`}>
      <p>Your agency’s retention period ends for:</p>
      <ul>
        {expiring.map(({ id, title, asOf, on }) => (
          <li key={id}>
            <Link to={`/assessments/${id}`}>
              {title}, as of {asOf}
            </Link>
            : on {on}
          </li>
        ))}
      </ul>
      <p>
        Before that you can{' '}
        <Link to={`${path}/records`} reloadDocument>
          download all records
        </Link>{' '}
        or <Link to={`${path}/profile`}>change the retention period</Link>.
      </p>
    </Alert>
  )
}
