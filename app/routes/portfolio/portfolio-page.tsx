import { Link, useSearchParams } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { portfolioSearch } from '#app/portfolio/portfolio-query.ts'
import { AgenciesTable } from './agencies-table.tsx'
import { FilterForm } from './filter-form.tsx'
import { Pages } from './pages.tsx'
import type { PortfolioData } from './load-portfolio.server.ts'
import { SavedViews } from './saved-views.tsx'
import { StandingTabs } from './standing-tabs.tsx'

/** The agencies that a program follows: who stands where, found by whatever is known of them. */
export function PortfolioPage({ data }: { data: PortfolioData }) {
  const { program, query, titled, total, all, filtered, may } = data
  const path = `/organizations/${program.id}`
  return (
    <>
      <PageHeading title="Agencies" above={[{ label: program.name, to: path }]}>
        <p className="usa-intro">Where each agency stands with the {titled}.</p>
        <ul className="page-links home-links">
          <li>
            <Link to={`${path}/portfolio/figures?${portfolioSearch(query, { page: null })}`}>
              Figures of these agencies
            </Link>
          </li>
          <li>
            <Link to={`${path}/exports?${portfolioSearch(query, { page: null, order: null, down: null })}`}>
              Export these agencies
            </Link>
          </li>
        </ul>
      </PageHeading>
      <Said notUnderstood={query.notUnderstood} />
      {all === 0 && !filtered ? (
        <NoAgencies path={path} mayEnroll={may.enroll} />
      ) : (
        <>
          <StandingTabs data={data} />
          <FilterForm data={data} />
          <SavedViews data={data} />
          <h2 className="portfolio-count" id="agencies">
            {total === 1 ? '1 agency' : `${total.toLocaleString('en-US')} agencies`}
          </h2>
          {total === 0 ? <NothingFound path={path} /> : <AgenciesTable data={data} />}
          <Pages data={data} />
        </>
      )}
    </>
  )
}

const saidWords: Readonly<Record<string, { tone: 'success' | 'error'; words: string }>> = {
  tagged: { tone: 'success', words: 'The tag was given.' },
  untagged: { tone: 'success', words: 'The tag was taken away.' },
  saved: { tone: 'success', words: 'The view was saved.' },
  deleted: { tone: 'success', words: 'The view was deleted.' },
  'no-name': { tone: 'error', words: 'Give the view a name of at most 60 characters.' },
  'nothing-chosen': {
    tone: 'error',
    words: 'Choose at least one agency, and write a tag of at most 60 characters.',
  },
}

function Said({ notUnderstood }: { notUnderstood: readonly string[] }) {
  const [search] = useSearchParams()
  const said = saidWords[search.get('said') ?? '']
  return (
    <>
      {said && <Alert tone={said.tone}>{said.words}</Alert>}
      {notUnderstood.length > 0 && (
        <Alert tone="warning" heading="Part of this address says nothing that there is">
          It was left out: {notUnderstood.join(', ')}.
        </Alert>
      )}
    </>
  )
}

function NoAgencies({ path, mayEnroll }: { path: string; mayEnroll: boolean }) {
  return (
    <section className="page-section" aria-labelledby="none">
      <h2 id="none">No agency is enrolled yet</h2>
      <p>An agency appears here once its coordinator has accepted your invitation.</p>
      {mayEnroll && (
        <p>
          <Link className="usa-button" to={`${path}/enrollments`}>
            Invite agencies
          </Link>
        </p>
      )}
    </section>
  )
}

function NothingFound({ path }: { path: string }) {
  return (
    <p>
      No agency is like that. <Link to={`${path}/portfolio`}>Show all agencies</Link>
    </p>
  )
}
