import { Link } from '@remix-run/react'
import { RadarChart } from '../charts/radar-chart.tsx'
import { BothSides } from './both-sides.tsx'
import { DomainResults } from './domain-results.tsx'
import { ExplanationFold } from './explanation-fold.tsx'
import { HoldingBack } from './holding-back.tsx'
import { NotAgreedItems } from './not-agreed.tsx'
import { RaiserList } from './raiser-list.tsx'
import { RankedLists } from './ranked-list.tsx'
import { ResultsHead, type ResultsHeadProps } from './results-head.tsx'
import type { ResultsView } from './results-view.ts'
import { Standing } from './standing.tsx'
import { useOpenTarget } from './use-open-target.ts'

interface Props {
  head: ResultsHeadProps
  view: ResultsView
}

/** Results of a frozen copy: where one stands, what holds one back, what to do next; then all the rest. */
export function ResultsPage({ head, view }: Props) {
  useOpenTarget()
  return (
    <NotAgreedItems.Provider value={new Set(view.review?.notAgreed)}>
      <ResultsHead {...head} />
      <Standing view={view} />
      <HoldingBack view={view} />
      <section className="results-section" aria-labelledby="next">
        <h2 id="next">What to do next</h2>
        {view.next.length > 0 ? (
          <>
            <p>These items would raise the overall score most, must-haves first.</p>
            <RaiserList raisers={view.next} withDomain />
          </>
        ) : (
          <p>No answered item is below the highest level. Keep checking that it stays so.</p>
        )}
        <NextLinks head={head} />
      </section>
      <section className="results-section" aria-labelledby="shape">
        <h2 id="shape">The domains side by side</h2>
        <RadarChart {...view.radar} />
      </section>
      {view.review && <BothSides review={view.review} />}
      <RankedLists strongest={view.strongest} weakest={view.weakest} />
      <section className="results-section" aria-labelledby="domains">
        <h2 id="domains">Domain by domain</h2>
        {view.overallSum && (
          <ExplanationFold of="the overall score" explanation={view.overallSum} worth={view.worth} />
        )}
        {view.domains.map((domain) => (
          <DomainResults key={domain.score.id} domain={domain} view={view} />
        ))}
      </section>
    </NotAgreedItems.Provider>
  )
}

function NextLinks({ head }: { head: ResultsHeadProps }) {
  return (
    <nav className="no-print" aria-label="What comes next">
      <div className="results-next">
        {head.progressTo !== null && (
          <Link className="usa-button" to={head.progressTo}>
            See progress over all rounds
          </Link>
        )}
        {head.compareTo !== null && (
          <Link className="usa-link" to={head.compareTo}>
            Compare with another round
          </Link>
        )}
        <Link className="usa-link" to={head.printTo}>
          Print the answers
        </Link>
        <Downloads assessmentId={head.assessmentId} isLatest={head.copy.latestTo === null} />
        {head.startTo !== null && (
          <Link className="usa-link" to={head.startTo}>
            Start the next assessment
          </Link>
        )}
      </div>
    </nav>
  )
}

/** Files are made of the latest copy alone: an earlier one has none. */
function Downloads({ assessmentId, isLatest }: { assessmentId: string; isLatest: boolean }) {
  if (!isLatest) return null
  const to = (format: string) => `/assessments/${assessmentId}/export?format=${format}`
  return (
    <span>
      Download: <DownloadLink to={`/assessments/${assessmentId}/report`} label="progress report as PDF" />,{' '}
      <DownloadLink to={`/assessments/${assessmentId}/report?edition=public`} label="its public edition" />,{' '}
      <DownloadLink to={to('xlsx')} label="XLSX" />, <DownloadLink to={to('csv')} label="responses as CSV" />,{' '}
      <DownloadLink to={to('scores-csv')} label="scores as CSV" />,{' '}
      <DownloadLink to={to('json')} label="JSON" />
    </span>
  )
}

function DownloadLink({ to, label }: { to: string; label: string }) {
  return (
    <a className="usa-link" href={to} download>
      {label}
    </a>
  )
}
