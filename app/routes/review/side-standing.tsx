import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { lockWords } from '#app/lock-words.ts'
import type { ReviewData } from './load-review.server.ts'
import { ReviewForm } from './submit-form.tsx'

/** Where the side stands that is looked through: why nothing can be submitted, and what comes next. */
export function SideStanding({ data }: { data: ReviewData }) {
  const { assessment, coReview, may } = data
  const path = `/assessments/${assessment.id}`
  if (coReview?.lock === 'submitted') return <Waiting data={data} />
  if (assessment.stage === 'final') {
    return (
      <Alert tone="info">
        This assessment is final and locked.{' '}
        {may.seeResults && <Link to={`${path}/results`}>See the results</Link>}
      </Alert>
    )
  }
  if (assessment.stage === 'reconciling' && coReview?.lock === 'reconciling') {
    return (
      <Alert tone="info" heading="Both sides have submitted">
        What you see here is what your side answered; it is locked.{' '}
        <Link to={`${path}/differences`}>See where the two sides differ</Link>
      </Alert>
    )
  }
  if (coReview?.lock) return <Alert tone="info">{lockWords[coReview.lock]}</Alert>
  if (coReview?.partnershipEnded && !coReview.alone) {
    return (
      <Alert tone="warning" heading={`The partnership with ${coReview.other} has ended`}>
        Nothing can be submitted together any more.{' '}
        {coReview.mayGoAlone ? (
          <Link to={`${path}/go-alone`}>Go on without {coReview.other}</Link>
        ) : (
          'A coordinator of yours can let the assessment go on alone.'
        )}
      </Alert>
    )
  }
  return null
}

/** This side has submitted and the other hasn't. */
function Waiting({ data: { assessment, coReview, may, home } }: { data: ReviewData }) {
  if (!coReview) return null
  const { other, overdue, mayGoAlone, partnershipEnded } = coReview
  return (
    <section className="next-step" aria-labelledby="submitted">
      <h2 id="submitted" className="next-step__heading">
        {home.name} has submitted
      </h2>
      {partnershipEnded ? (
        <p className="next-step__sentence">
          The partnership with {other} has ended: nothing can be submitted together any more.
        </p>
      ) : (
        <p className="next-step__sentence">
          {other} has not submitted yet. Once it has, you are told by mail, see each other’s answers, and
          settle where they differ. Until then neither side sees the other’s answers.
        </p>
      )}
      {overdue && <p>You submitted 30 days ago or more: the assessment may go on without {other}.</p>}
      {mayGoAlone && (overdue || partnershipEnded) && (
        <p>
          <Link className="usa-button" to={`/assessments/${assessment.id}/go-alone`}>
            Go on without {other}
          </Link>
        </p>
      )}
      {!partnershipEnded && <Recall may={may.submit} other={other} />}
    </section>
  )
}

function Recall({ may, other }: { may: boolean; other: string }) {
  if (!may) return <p>A coordinator of yours can recall it until {other} has submitted.</p>
  return (
    <>
      <p>
        Is something not right? Until {other} has submitted, you can recall what you submitted, change it, and
        submit it again. The coordinators of both sides are told.
      </p>
      <ReviewForm intent="recall" outline>
        Recall
      </ReviewForm>
    </>
  )
}
