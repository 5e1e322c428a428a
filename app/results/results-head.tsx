import { Link } from '@remix-run/react'
import type { Side } from '#assessments/access.ts'
import type { AloneReason } from '#assessments/alone-reason.ts'
import { Alert } from '../components/alert.tsx'
import { BeingRevised, type Revision } from '../components/being-revised.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { listed } from '../format.ts'
import { whyAlone } from '../review-words.ts'

/** What the top of the results says, in words that are ready to show. */
export interface ResultsHeadProps {
  title: string
  above: { label: string; to: string }[]
  /** "Police-Mental Health Collaboration self-assessment, version 1.0.0" */
  questionnaire: string
  asOf: string
  finalizedAt: string
  review: ReviewInWords
  assessmentId: string
  /** Of an assessment that was reopened: this copy counts until it is final again. */
  revision: Revision | null
  /** This copy's number, and the latest one where this isn't it. */
  copy: { number: number; latestTo: string | null }
  /** Null for whoever may not see it. */
  progressTo: string | null
  /** Beside another round; null for whoever may not see it, and where there is no round before. */
  compareTo: string | null
  printTo: string
  /** Null for whoever may not start one, or where one is open. */
  startTo: string | null
}

/** Who rated it, and who signed for it. */
export interface ReviewInWords {
  agency: string
  /** Null where it isn't co-reviewed. */
  partner: string | null
  /** Why it went on without its partner. */
  alone: AloneReason | null
  signatures: { side: Side; name: string; at: string }[]
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
          <Reviewed review={head.review} /> This self-assessment has not been validated as a measuring
          instrument: use it to talk and to plan, not to rank agencies or to judge people.
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

function Reviewed({ review: { agency, partner, alone, signatures } }: { review: ReviewInWords }) {
  if (partner === null) {
    return (
      <>
        <strong>Not co-reviewed:</strong> {whyAlone(alone)}.
      </>
    )
  }
  const signed = signatures.map(
    ({ side, name, at }) => `${name} for ${side === 'agency' ? agency : partner} on ${at}`,
  )
  return (
    <>
      <strong>Co-reviewed:</strong> {agency} and its partner {partner} rated it independently and settled
      their differences. {signed.length > 0 && `Signed by ${listed(signed)}.`} The agreed levels count.
    </>
  )
}
