import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { listed } from '#app/format.ts'

interface Props {
  organizationId: string
  /** The names of the programs that invite. */
  programs: readonly string[]
}

/** Programs that invite the agency, waiting for an answer. */
export function Invitations({ organizationId, programs }: Props) {
  if (programs.length === 0) return null
  return (
    <Alert tone="info" heading="A program waits for your answer">
      {listed(programs)} {programs.length === 1 ? 'invites' : 'invite'} your agency to enroll. You choose what
      to share, and nothing is shared before you accept.{' '}
      <Link to={`/organizations/${organizationId}/sharing`}>Accept or decline</Link>
    </Alert>
  )
}
