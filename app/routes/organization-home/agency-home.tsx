import { Link } from '@remix-run/react'
import { counted } from '#app/format.ts'
import { whyAlone } from '#app/review-words.ts'
import { AssessmentsTable } from './assessments-table.tsx'
import { ExpiringSoon } from './expiring-soon.tsx'
import { Invitations } from './invitations.tsx'
import type { AgencyHomeData, ResultData } from './load-agency-home.server.ts'
import { Proposals } from './proposals.tsx'
import { UnderWay } from './under-way.tsx'

interface Props {
  organizationId: string
  data: AgencyHomeData
  mayStart: boolean
}

/** An agency's home. */
export function AgencyHome({ organizationId, data, mayStart }: Props) {
  const { underWay, latest, assessments, total, invited, proposals, programs, expiring } = data
  return (
    <>
      <Proposals organizationId={organizationId} proposals={proposals} />
      <Invitations organizationId={organizationId} programs={programs} />
      {expiring.length > 0 && <ExpiringSoon organizationId={organizationId} expiring={expiring} />}
      {underWay.map((work) => (
        <UnderWay key={work.id} work={work} />
      ))}
      {underWay.length === 0 && (
        <WhatComesNext organizationId={organizationId} data={data} mayStart={mayStart} />
      )}
      {latest && <LatestResult result={latest} />}
      {invited.length > 0 && (
        <section className="page-section" aria-labelledby="invited">
          <h2 id="invited">Invited, not here yet</h2>
          <ul>
            {invited.map(({ id, email, expired }) => (
              <li key={id}>
                {email}
                {expired && ' (the invitation has expired)'}
              </li>
            ))}
          </ul>
          <p>
            <Link to={`/organizations/${organizationId}/members`}>Invitations and members</Link>
          </p>
        </section>
      )}
      {assessments.length > 0 && <AssessmentsTable assessments={assessments} total={total} />}
    </>
  )
}

function WhatComesNext({ organizationId, data: { due }, mayStart }: Props) {
  const path = `/organizations/${organizationId}/assessments/new`
  return (
    <section className="next-step" aria-labelledby="next">
      <h2 id="next" className="next-step__heading">
        {due ? `The next assessment is ${due.words}.` : 'Find out where you stand'}
      </h2>
      {!due && (
        <p className="next-step__sentence">
          You answer items in several domains, over as many days and with as many people as you like. Every
          answer is saved as it is given.
        </p>
      )}
      {mayStart ? (
        <Link
          className={
            due && !due.come
              ? 'usa-button usa-button--outline'
              : 'usa-button usa-button--big next-step__button'
          }
          to={path}
        >
          {due ? 'Start the next assessment' : 'Start your first assessment'}
        </Link>
      ) : (
        <p>A coordinator of the agency can start it.</p>
      )}
    </section>
  )
}

function LatestResult({ result }: { result: ResultData }) {
  const { id, number, asOf, score, band, beingRevised, review } = result
  const to = beingRevised ? `/assessments/${id}/copies/${number}` : `/assessments/${id}/results`
  return (
    <section className="page-section latest-result" aria-labelledby="latest">
      <h2 id="latest">Latest result</h2>
      <p className="latest-result__score">
        {score.displayed ?? 'No score'}{' '}
        <span className="latest-result__basis">
          ({score.answered} of {counted(score.applicable, 'applicable item')})
        </span>{' '}
        {band && <span className="band-tag">{band}</span>}
      </p>
      <p>
        Overall, as of {asOf}. {!band && 'No band was given; the results say why. '}
        {review.coReviewed ? 'Co-reviewed' : `Not co-reviewed: ${whyAlone(review.alone)}`}.
        {beingRevised && ' Being revised: this is what counts until it is final again.'}
      </p>
      <p>
        <Link to={to}>See the results</Link>
      </p>
    </section>
  )
}
