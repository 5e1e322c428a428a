import { Link } from '@remix-run/react'
import type { Response } from '#assessments/response.ts'
import { CarriedFrom } from '#app/carrying/earlier-answers.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { ResponseNotes, ResponseValue } from '#app/components/response-value.tsx'
import { itemPath } from '#app/next-step.ts'
import type { HistoryPage } from './load-history.server.ts'

/** How the answer to one question came about. */
export function HistoryList({ page }: { page: HistoryPage }) {
  const { assessment, home, domain, item, saves } = page
  return (
    <>
      <PageHeading
        title="History of an answer"
        above={[
          { label: home.name, to: `/organizations/${home.id}` },
          { label: `Assessment as of ${assessment.asOf}`, to: `/assessments/${assessment.id}` },
          ...(domain ? [{ label: domain.title, to: itemPath(assessment.id, domain.id, item.id) }] : []),
        ]}
      >
        <p className="usa-intro">{item.question}</p>
        {!domain && (
          <p>
            Asked in version {page.version}, before this assessment was moved to another. The answers are
            kept, and count for nothing.
          </p>
        )}
        {page.mayRedact && saves.length > 0 && (
          <p>
            Does a text here name a person, or hold what it must not?{' '}
            <Link to={`/assessments/${assessment.id}/items/${item.id}/redact`}>Take it out</Link>
          </p>
        )}
      </PageHeading>
      {saves.length === 0 && <p>Nobody has answered this item yet.</p>}
      <ol className="history" reversed>
        {saves.map(({ revision, before, after, when, who }) => (
          <li key={revision} className="history__save">
            <h2>
              {who}, {when}
            </h2>
            <div className="conflict__sides">
              <Side title="Before" page={page} response={before} revision={revision - 1} />
              <Side title="After" page={page} response={after} revision={revision} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

interface SideProps {
  title: string
  page: HistoryPage
  response: Response | null
  /** The revision that has this response. */
  revision: number
}

function Side({ title, page, response, revision }: SideProps) {
  const words = response?.carried && page.carried[revision]
  return (
    <div className="conflict__side">
      <h3>{title}</h3>
      <ResponseValue item={page.item} levels={page.levels} response={response ?? undefined} />
      <ResponseNotes response={response ?? undefined} />
      {words && <CarriedFrom words={words} />}
    </div>
  )
}
