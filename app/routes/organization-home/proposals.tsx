import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { listed } from '#app/format.ts'

interface Props {
  organizationId: string
  /** The names of those who propose. */
  proposals: readonly string[]
}

/** Partnerships that others propose, waiting for an answer. */
export function Proposals({ organizationId, proposals }: Props) {
  if (proposals.length === 0) return null
  return (
    <Alert tone="info" heading="A partnership waits for your answer">
      {listed(proposals)} {proposals.length === 1 ? 'proposes' : 'propose'} a partnership.{' '}
      <Link to={`/organizations/${organizationId}/partnerships`}>Accept or decline</Link>
    </Alert>
  )
}
