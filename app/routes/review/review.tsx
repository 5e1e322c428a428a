import { Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { BeingRevised } from '#app/components/being-revised.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import type { ReviewData } from './load-review.server.ts'
import { ReviewDomain } from './review-domain.tsx'
import { SubmitForm } from './submit-form.tsx'

interface Props {
  data: ReviewData
  /** Why submitting was refused. */
  fault: string | null
}

/** What is left open in an assessment, what that does, and the button that makes it final. */
export function Review({ data, fault }: Props) {
  const { assessment, revision, total, domains, maySubmit } = data
  const locked = assessment.stage !== 'answering'
  return (
    <div className="review">
      <PageHeading title="Review" above={[{ label: assessment.title, to: `/assessments/${assessment.id}` }]}>
        <p>
          As of {assessment.asOf}. {total.answered} of {counted(total.applicable, 'item')} that apply are
          answered.
        </p>
      </PageHeading>
      <FormFaults errors={fault ? [fault] : undefined} />
      {revision && <BeingRevised assessmentId={assessment.id} revision={revision} />}
      {locked && (
        <Alert tone="info">
          This assessment is final and locked.{' '}
          <Link to={`/assessments/${assessment.id}/results`}>See the results</Link>
        </Alert>
      )}
      {!locked && <Blocking data={data} />}
      {!locked && maySubmit && (
        <p>
          <a href="#submit">Go to the button that submits</a>
        </p>
      )}
      {domains.map((domain) => (
        <ReviewDomain key={domain.id} assessmentId={assessment.id} domain={domain} />
      ))}
      {!locked && maySubmit && <SubmitForm seen={data.seen} blocked={blocks(total)} />}
      {!locked && !maySubmit && <p>A coordinator of the agency can submit this assessment.</p>}
    </div>
  )
}

const blocks = ({ answered, requiredMissing }: ReviewData['total']) => answered === 0 || requiredMissing > 0

function Blocking({ data: { total } }: { data: ReviewData }) {
  if (total.requiredMissing > 0) {
    return (
      <Alert tone="error" heading="Not ready to submit">
        {counted(total.requiredMissing, 'required item')} must be answered first. They are marked “required”
        below.
      </Alert>
    )
  }
  if (total.answered === 0) {
    return (
      <Alert tone="error" heading="Not ready to submit">
        Nothing is answered yet.
      </Alert>
    )
  }
  const open = total.applicable - total.answered
  if (open === 0) return <Alert tone="success">Every item that applies is answered.</Alert>
  return (
    <Alert tone="warning">
      {counted(open, 'item')} not answered. You can submit all the same: an unanswered item is no zero, but
      lowers the completeness, and too many withhold the band.
    </Alert>
  )
}
