import { Link } from '@remix-run/react'
import { PartnerSection } from '#app/choosing-partner/partner-section.tsx'
import { BeingRevised } from '#app/components/being-revised.tsx'
import { NextStepPanel } from '#app/components/next-step-panel.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { ProgressBar } from '#app/components/progress-bar.tsx'
import { counted, listed } from '#app/format.ts'
import { itemPath } from '#app/next-step.ts'
import { whyAlone } from '#app/review-words.ts'
import { CarrySection } from './carry-section.tsx'
import { BothSides } from './both-sides.tsx'
import { DomainRow } from './domain-row.tsx'
import { VersionSection } from './version-section.tsx'
import type { loadOverview } from './load-overview.server.ts'

type Props = Awaited<ReturnType<typeof loadOverview>>

/** Where an assessment stands, and the next thing to do. */
export function Overview(props: Props) {
  const { assessment, home, standing, coReview, partner } = props
  const { questionnaire, next, carry, versions, total, yours, rows, revision } = props
  const open = assessment.stage === 'answering' && !coReview?.lock
  return (
    <>
      <PageHeading
        title={questionnaire.title}
        above={[{ label: home.name, to: `/organizations/${home.id}` }]}
      >
        <p>
          {coReview?.side === 'partner' && `${assessment.agencyName} · `}As of {assessment.asOf} · {standing}{' '}
          · version {questionnaire.version}
        </p>
        {assessment.stage === 'final' && assessment.review.alone && (
          <p>Not co-reviewed: {whyAlone(assessment.review.alone)}.</p>
        )}
      </PageHeading>
      {revision && <BeingRevised assessmentId={assessment.id} revision={revision} />}
      <NextStepPanel step={next} />
      {carry && !carry.begun && !next.to.endsWith('/carry-forward') && (
        <CarrySection assessmentId={assessment.id} carry={carry} />
      )}
      <VersionSection assessmentId={assessment.id} versions={versions} />
      {coReview && <BothSides own={home.name} stage={assessment.stage} coReview={coReview} />}
      {yours.length > 0 && open && (
        <section className="page-section" aria-labelledby="yours">
          <h2 id="yours">Yours to answer</h2>
          <ul>
            {yours.map(({ domainId, title, count, first }) => (
              <li key={domainId}>
                <Link to={itemPath(assessment.id, domainId, first)}>
                  {title}: {counted(count, 'item')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="page-section" aria-labelledby="domains">
        <h2 id="domains">Domains</h2>
        <ProgressBar done={total.answered} total={total.applicable} />
        <ol className="domain-rows">
          {rows.map((row) => (
            <DomainRow key={row.id} assessmentId={assessment.id} row={row} />
          ))}
        </ol>
      </section>
      {(partner.partnerName === null || partner.mayCopy) && <PartnerSection partner={partner} />}
      <People {...props} />
      <More {...props} />
    </>
  )
}

function People({ assessment, contributors, may }: Props) {
  return (
    <section className="page-section" aria-labelledby="people">
      <h2 id="people">Who contributes</h2>
      <p>{contributors.length > 0 ? `${listed(contributors)}.` : 'Nobody has been asked yet.'}</p>
      {may.assign && assessment.stage === 'answering' && (
        <p>
          <Link to={`/assessments/${assessment.id}/people`}>Choose who contributes and assign domains</Link>
        </p>
      )}
    </section>
  )
}

function More({ assessment, questionnaire, may, revision, coReview, carry, signedCopies }: Props) {
  const path = `/assessments/${assessment.id}`
  return (
    <nav aria-label="More about this assessment">
      <ul className="page-links">
        {may.review && (
          <li>
            <Link to={`${path}/review`}>Review</Link>
          </li>
        )}
        {carry?.begun && (
          <li>
            <Link to={`${path}/carry-forward`}>
              Carry more answers of {carry.month} forward ({carry.count})
            </Link>
          </li>
        )}
        {may.differences && coReview && (
          <li>
            <Link to={`${path}/differences`}>Differences between the two sides</Link>
          </li>
        )}
        {may.results && (assessment.stage === 'final' || revision) && (
          <li>
            <Link to={`${path}/results`}>Results</Link>
          </li>
        )}
        {signedCopies.map((number) => (
          <li key={number}>
            <Link to={`${path}/copies/${number}`}>Results that both sides signed (copy {number})</Link>
          </li>
        ))}
        {may.import && !coReview?.lock && (
          <li>
            <Link to={`${path}/import`}>Import answers from a file</Link>
          </li>
        )}
        <li>
          <Link to={`${path}/print`}>Print with answers</Link>
        </li>
        <li>
          <Link to={`/questionnaires/${questionnaire.slug}/${questionnaire.version}`}>
            Read the questionnaire
          </Link>
        </li>
        {coReview?.mayGoAlone && (
          <li>
            <Link to={`${path}/go-alone`}>Go on without {coReview.other}</Link>
          </li>
        )}
        {may.reopen && assessment.stage === 'final' && (
          <li>
            <Link to={`${path}/reopen`}>Reopen</Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
