import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import type { CompareView } from '#app/results/compare-view.ts'
import { DifferenceTable } from '#app/results/difference-table.tsx'
import { ChooseRounds, type Choosing } from './choose-rounds.tsx'
import { ItemsCompared } from './items-compared.tsx'
import { ScoresCompared } from './scores-compared.tsx'

interface Props extends Choosing {
  agency: { name: string; to: string }
  status: 'two' | 'same' | 'different-questionnaires' | 'too-few'
  view: CompareView | null
}

/** Any two rounds of an agency, side by side. */
export function ComparePage({ agency, status, view, questionnaires, chosen }: Props) {
  const above = [
    { label: agency.name, to: agency.to },
    { label: 'Progress', to: `${agency.to}/progress` },
  ]
  const title = view ? `${view.older.label} and ${view.newer.label} compared` : 'Compare two rounds'
  if (status === 'too-few') return <TooFew agency={agency} above={above} />
  return (
    <>
      <PageHeading title={title} above={above}>
        {view && <Rounds view={view} />}
      </PageHeading>
      {status === 'same' && (
        <Alert tone="warning">Both are the same round. Choose two different ones to compare.</Alert>
      )}
      {status === 'different-questionnaires' && (
        <Alert tone="warning">
          These rounds answered different questionnaires, so nothing in them can be compared. Choose two
          rounds of one questionnaire.
        </Alert>
      )}
      <ChooseRounds questionnaires={questionnaires} chosen={chosen} />
      {view && <Comparison view={view} />}
    </>
  )
}

function TooFew({ agency, above }: { agency: Props['agency']; above: { label: string; to: string }[] }) {
  return (
    <div className="page__narrow">
      <PageHeading title="Nothing to compare yet" above={above}>
        <p className="usa-intro">
          Comparing takes two final assessments of one questionnaire, and there are not as many yet.
        </p>
      </PageHeading>
      <Link className="usa-button" to={agency.to}>
        Go to your agency’s page
      </Link>
    </div>
  )
}

function Rounds({ view: { older, newer, basis } }: { view: CompareView }) {
  const one = older.version === newer.version
  return (
    <>
      <p className="results__facts">
        {[older, newer].map(({ assessmentId, label, version, reviewed }, index) => (
          <span key={assessmentId}>
            {index > 0 && ' and '}
            <Link to={`/assessments/${assessmentId}/results`}>{label}</Link> (version {version}, {reviewed})
          </span>
        ))}
        . {basis}
      </p>
      <p className="results__facts">
        {one
          ? `Both rounds were answered under version ${newer.version} of the questionnaire.`
          : 'The questionnaire changed in between. What each version did to an item stands beside it.'}
      </p>
    </>
  )
}

function Comparison({ view }: { view: CompareView }) {
  return (
    <>
      <ScoresCompared view={view} />
      <section className="results-section" aria-labelledby="made-of">
        <h2 id="made-of">How much of the difference is improvement</h2>
        <p className="results__facts">{view.difference.sentence}</p>
        <p className="results__facts">Differences are taken before rounding.</p>
        <DifferenceTable difference={view.difference} />
      </section>
      <ItemsCompared view={view} />
      <PrintButton />
    </>
  )
}
