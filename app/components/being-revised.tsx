import { Link } from '@remix-run/react'
import { Alert } from './alert.tsx'

export interface Revision {
  /** Of the copy that counts meanwhile. */
  number: number
  finalizedAt: string
  reopenedAt: string
  reopenedBy: string
  reason: string
}

/** Says of an assessment that was reopened what counts until it is final again. */
export function BeingRevised({ assessmentId, revision }: { assessmentId: string; revision: Revision }) {
  return (
    <Alert tone="warning" heading="Being revised">
      {revision.reopenedBy} reopened this assessment on {revision.reopenedAt}. Reason:{' '}
      <q className="typed-text">{revision.reason}</q> Until it is final again,{' '}
      <Link to={`/assessments/${assessmentId}/copies/${revision.number}`}>
        what was final on {revision.finalizedAt}
      </Link>{' '}
      counts everywhere.
    </Alert>
  )
}
