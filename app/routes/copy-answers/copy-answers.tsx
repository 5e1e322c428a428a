import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import type { CopyPage } from './load-copy.server.ts'

interface Props {
  page: CopyPage
  fault: string | undefined
}

/** From which other assessment a partner takes over what it said about the county's services. */
export function CopyAnswers({ page, fault }: Props) {
  const { home, assessment, locked, sources } = page
  const overview = `/assessments/${assessment.id}`
  return (
    <div className="page__narrow">
      <PageHeading
        title="Copy answers about the county’s services"
        above={[
          { label: home.name, to: `/organizations/${home.id}` },
          { label: `${assessment.agencyName}, as of ${assessment.asOf}`, to: overview },
        ]}
      >
        <p>
          Some items ask about services that are the same for every agency of the county. You can copy what
          you said about them in another assessment. Each copied answer counts only once one of you has
          confirmed it.
        </p>
      </PageHeading>
      <FormFaults errors={fault ? [fault] : []} />
      {locked && <Alert tone="info">{locked}</Alert>}
      {!locked && sources.length === 0 && (
        <p>
          There is nothing to copy from: you have rated no other assessment with this questionnaire for an
          agency of this county. <Link to={overview}>Back to the assessment</Link>
        </p>
      )}
      {!locked && sources.map((source) => <Source key={source.id} source={source} />)}
    </div>
  )
}

function Source({ source }: { source: CopyPage['sources'][number] }) {
  const { id, agency, asOf, items } = source
  return (
    <section className="page-section copy-source" aria-labelledby={`source-${id}`}>
      <h2 id={`source-${id}`}>
        {agency}, as of {asOf}
      </h2>
      {items.length === 0 ? (
        <p>Nothing to copy: you have answered these items here, or not there.</p>
      ) : (
        <>
          <p>
            {counted(items.length, 'answer')} would be copied. What you have answered here stays as it is.
          </p>
          <details className="fold">
            <summary>
              Which ones
              <span className="usa-sr-only">
                {' '}
                from {agency}, as of {asOf}
              </span>
            </summary>
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  {item.domain}: {item.question}
                </li>
              ))}
            </ul>
          </details>
          <Form method="post">
            <button
              type="submit"
              className="usa-button"
              name="from"
              value={id}
              aria-label={`Copy ${counted(items.length, 'answer')} from ${agency}, as of ${asOf}`}
            >
              Copy {counted(items.length, 'answer')}
            </button>
          </Form>
        </>
      )}
    </section>
  )
}
