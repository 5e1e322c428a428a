import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import { CohortTables } from './cohort-tables.tsx'
import { BandTable, MovementTable, ScoreTable, WeakestTable } from './figure-tables.tsx'
import type { FiguresData } from './load-figures.server.ts'
import { PeriodForm } from './period-form.tsx'

/** What a program's agencies come to together, now and before. */
export function FiguresPage({ data }: { data: FiguresData }) {
  const { program, titled, faults, shown, filtered, listSearch } = data
  const path = `/organizations/${program.id}`
  const above = [
    { label: program.name, to: path },
    { label: 'Agencies', to: `${path}/portfolio?${listSearch}` },
  ]
  return (
    <>
      <PageHeading title="Figures" above={above}>
        <p className="usa-intro">
          What {filtered ? 'the agencies that you chose' : 'your agencies'} come to together in the {titled}.
        </p>
      </PageHeading>
      {faults.length > 0 && (
        <Alert tone="error" heading="These figures can’t be made">
          {faults.map((fault) => (
            <p key={fault}>{fault}.</p>
          ))}
        </Alert>
      )}
      <PeriodForm data={data} />
      {shown && <Shown shown={shown} path={path} />}
    </>
  )
}

function Shown({ shown, path }: { shown: NonNullable<FiguresData['shown']>; path: string }) {
  const { agencies, label, before, now, cutoff } = shown
  if (agencies.now === 0) {
    return (
      <section className="page-section" aria-labelledby="none">
        <h2 id="none">There is nothing to show for this</h2>
        <p>
          None of these agencies shares scores and has a final assessment {now}.{' '}
          <Link to={`${path}/portfolio`}>See where your agencies stand</Link>
        </p>
      </section>
    )
  }
  return (
    <>
      <section className="page-section" aria-labelledby="stands-on">
        <h2 id="stands-on">{label}</h2>
        <p>
          {counted(agencies.now, 'agency shares', 'agencies share')} scores and had a final assessment {now};{' '}
          {agencies.coReviewed} of these assessments {agencies.coReviewed === 1 ? 'is' : 'are'} co-reviewed.
          Whatever compares two moments uses the {counted(agencies.both, 'agency', 'agencies')} that also had
          one {before}. Known by {cutoff}. The instrument is not validated.
        </p>
      </section>
      <ScoreTable shown={shown} />
      <MovementTable shown={shown} />
      <BandTable shown={shown} />
      <WeakestTable shown={shown} />
      <CohortTables shown={shown} />
    </>
  )
}
