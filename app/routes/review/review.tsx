import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { BeingRevised } from '#app/components/being-revised.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import type { ReviewData } from './load-review.server.ts'
import { ConfirmSection } from './confirm-section.tsx'
import { ReviewDomain } from './review-domain.tsx'
import { SideStanding } from './side-standing.tsx'
import { SubmitForm } from './submit-form.tsx'

interface Props {
  data: ReviewData
  /** Why submitting was refused. */
  fault: string | null
}

/** What is left open on a side of an assessment, what that does, and the button that submits it. */
export function Review({ data, fault }: Props) {
  const { assessment, revision, total, domains, coReview, may } = data
  const intent = intentOf(data)
  return (
    <div className="review">
      <PageHeading title="Review" above={data.above}>
        <p>
          {coReview && `Answers of ${data.home.name}. `}As of {assessment.asOf}. {total.answered} of{' '}
          {counted(total.applicable, 'item')} that apply are answered.
        </p>
      </PageHeading>
      <FormFaults errors={fault ? [fault] : undefined} />
      {revision && may.seeResults && <BeingRevised assessmentId={assessment.id} revision={revision} />}
      <SideStanding data={data} />
      {intent && <Blocking data={data} />}
      <ConfirmSection data={data} />
      {intent && may.submit && (
        <p>
          <a href="#submit">Go to the button that submits</a>
        </p>
      )}
      {domains.map((domain) => (
        <ReviewDomain key={domain.id} assessmentId={assessment.id} domain={domain} />
      ))}
      {intent && may.submit && (
        <SubmitForm
          intent={intent}
          seen={data.seen}
          blocked={blocks(total)}
          toConfirm={data.toConfirm}
          own={data.home.name}
          other={coReview?.other ?? null}
        />
      )}
      {intent && !may.submit && <p>A coordinator of {data.home.name} can submit this.</p>}
    </div>
  )
}

/** What submitting does here; null where there is nothing to submit. */
function intentOf({ assessment, coReview }: ReviewData): 'finalize' | 'submit' | null {
  if (assessment.stage !== 'answering') return null
  if (!coReview) return 'finalize'
  if (coReview.lock) return null
  if (coReview.alone) return 'finalize'
  return coReview.partnershipEnded ? null : 'submit'
}

const blocks = ({ answered, requiredMissing }: ReviewData['total']) => answered === 0 || requiredMissing > 0

function Blocking({ data: { total, toConfirm } }: { data: ReviewData }) {
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
        Nothing is answered yet{toConfirm > 0 && ': what was carried here waits to be confirmed'}.
      </Alert>
    )
  }
  const open = total.applicable - total.answered
  if (open === 0) return <Alert tone="success">Every item that applies is answered.</Alert>
  return (
    <Alert tone="warning">
      {counted(open, 'item')} not answered
      {toConfirm > 0 && `; ${counted(toConfirm, 'carried answer')} not reconfirmed`}. You can submit all the
      same: an unanswered item is no zero, but lowers the completeness, and too many withhold the band.
    </Alert>
  )
}
