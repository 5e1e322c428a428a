import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted, listed } from '#app/format.ts'
import type { ProgressView } from '#app/results/progress-view.ts'
import { reviewWords } from '#app/review-words.ts'
import { Changes } from './changes.tsx'
import { Differences } from './differences.tsx'
import { Drift } from './drift.tsx'
import { ItemsOverRounds } from './items-over-rounds.tsx'
import { LinesOverTime } from './lines-over-time.tsx'

interface Props {
  agency: { name: string; to: string }
  others: { slug: string; title: string }[]
  slug: string
  title: string
  due: string
  reviewed: string
  revising: string[]
  view: ProgressView
}

/** The progress of an agency over the rounds of one questionnaire. */
export function ProgressPage({ agency, others, slug, title, due, reviewed, revising, view }: Props) {
  const { sinceLast, sinceFirst } = view
  return (
    <>
      <PageHeading title="Progress" above={[{ label: agency.name, to: agency.to }]}>
        <p className="results__facts">
          {title}, {counted(view.rounds.length, 'final assessment')}. {reviewed}
        </p>
        <Rounds view={view} />
        {view.rounds.length > 1 && (
          <p className="no-print">
            <Link to={compareLatest(agency.to, view)}>Compare any two rounds, side by side</Link>
          </p>
        )}
        <p className="no-print">
          <a href={`${agency.to}/progress/report?questionnaire=${slug}`} download>
            Progress report as PDF
          </a>
          {' · '}
          <a href={`${agency.to}/progress/report?questionnaire=${slug}&edition=public`} download>
            Its public edition
          </a>
          {' · '}
          <Link to={`${agency.to}/exports`}>Download all rounds as CSV, XLSX or JSON</Link>
        </p>
        {others.map((other) => (
          <p key={other.slug}>
            <Link to={`?questionnaire=${other.slug}`}>Progress in {other.title}</Link>
          </p>
        ))}
      </PageHeading>
      {revising.length > 0 && (
        <Alert tone="warning" heading="Being revised">
          {listed(revising)} {revising.length === 1 ? 'is' : 'are'} being revised. What was final before
          counts until then.
        </Alert>
      )}
      {sinceLast ? (
        <>
          <LinesOverTime view={view} />
          <Differences differences={view.differences} agencyTo={agency.to} />
          {view.drift && <Drift drift={view.drift} />}
          <Changes changes={sinceLast} which="the last time" />
          {sinceFirst && <Changes changes={sinceFirst} which="the first time" />}
          <ItemsOverRounds view={view} />
        </>
      ) : (
        <OneRound due={due} view={view} />
      )}
    </>
  )
}

/** The latest two rounds of this questionnaire; others can be chosen there. */
function compareLatest(agencyTo: string, { rounds }: ProgressView): string {
  const [older, newer] = rounds.slice(-2)
  return `${agencyTo}/compare?from=${older?.assessmentId}&to=${newer?.assessmentId}`
}

function Rounds({ view }: { view: ProgressView }) {
  return (
    <p className="results__facts">
      Results of{' '}
      {view.rounds.map(({ label, assessmentId, coReviewed }, index) => (
        <span key={assessmentId}>
          {index > 0 && ', '}
          <Link to={`/assessments/${assessmentId}/results`}>{label}</Link> ({reviewWords(coReviewed)})
        </span>
      ))}
    </p>
  )
}

function OneRound({ due, view }: { due: string; view: ProgressView }) {
  const [round] = view.rounds
  return (
    <section className="results-section">
      <h2>One round so far</h2>
      <p className="usa-intro">
        With the second final assessment this page shows what changed, domain by domain and item by item. It
        is due on {due}.
      </p>
      {round && (
        <Link className="usa-button" to={`/assessments/${round.assessmentId}/results`}>
          See the results of {round.label}
        </Link>
      )}
    </section>
  )
}
