import { Link } from '@remix-run/react'
import { Alert } from '../components/alert.tsx'
import { BeingRevised, type Revision } from '../components/being-revised.tsx'
import { PageHeading } from '../components/page-heading.tsx'

/** What the top of the results says, in words that are ready to show. */
export interface ResultsHeadProps {
  title: string
  above: { label: string; to: string }[]
  /** "Police-Mental Health Collaboration self-assessment, version 1.0.0" */
  questionnaire: string
  asOf: string
  finalizedAt: string
  coReviewed: boolean
  assessmentId: string
  /** Of an assessment that was reopened: this copy counts until it is final again. */
  revision: Revision | null
  /** This copy's number, and the latest one where this isn't it. */
  copy: { number: number; latestTo: string | null }
  progressTo: string
  printTo: string
  /** Null for whoever may not start one, or where one is open. */
  startTo: string | null
}

/** The top of the results: of what, when, and how far they can be relied on. */
export function ResultsHead(head: ResultsHeadProps) {
  return (
    <>
      <PageHeading title={head.title} above={head.above}>
        <p className="results__facts">
          As of {head.asOf}. {head.questionnaire}. Made final on {head.finalizedAt}
          {head.copy.number > 1 || head.copy.latestTo !== null ? `, copy ${head.copy.number}` : ''}.
        </p>
        <p className="results__facts">
          {head.coReviewed ? (
            'Co-reviewed: the agency and its partner agreed on these levels.'
          ) : (
            <>
              <strong>Not co-reviewed:</strong> the agency rated itself, without a partner.
            </>
          )}{' '}
          This self-assessment has not been validated as a measuring instrument: use it to talk and to plan,
          not to rank agencies or to judge people.
        </p>
      </PageHeading>
      {head.copy.latestTo !== null && (
        <Alert tone="info">
          This is an earlier copy. <Link to={head.copy.latestTo}>See the latest results</Link>, which are the
          ones that count.
        </Alert>
      )}
      {head.copy.latestTo === null && head.revision && (
        <BeingRevised assessmentId={head.assessmentId} revision={head.revision} />
      )}
    </>
  )
}
