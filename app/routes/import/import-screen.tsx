import { Form } from '@remix-run/react'
import type { Level } from '#assessments/questionnaire.ts'
import type { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import type { ImportAnswer } from './import-answer.ts'
import { Preview } from './preview.tsx'

interface Props {
  page: {
    above: { label: string; to: string }[]
    assessmentId: string
    notice: ReturnType<typeof noticeOf>
    levels: readonly Level[]
    /** Why nothing can be imported now. */
    locked: string | null
  }
  answer: ImportAnswer | undefined
}

/** Importing answers that were filled in elsewhere. */
export function ImportScreen({ page: { above, assessmentId, notice, levels, locked }, answer }: Props) {
  return (
    <div className="import">
      <PageHeading title="Import answers" above={above}>
        <p>
          For answers that were filled in elsewhere. You see what would be set before anything is saved; then
          all of it is saved, or nothing.
        </p>
      </PageHeading>
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer?.status === 'refused' && (
        <Alert tone="error" live>
          {answer.fault}
        </Alert>
      )}
      {answer?.status === 'faults' && <Faults faults={answer.faults} />}
      {locked !== null && <Alert tone="info">{locked}</Alert>}
      {answer?.status === 'preview' ? (
        <Preview preview={answer.preview} fault={answer.fault} levels={levels} assessmentId={assessmentId} />
      ) : (
        locked === null && <ChooseFile assessmentId={assessmentId} />
      )}
    </div>
  )
}

function Faults({ faults }: { faults: Extract<ImportAnswer, { status: 'faults' }>['faults'] }) {
  return (
    <Alert tone="error" heading={`Nothing was imported: ${counted(faults.length, 'fault')}`} live>
      <ul>
        {faults.map(({ path, reason }) => (
          <li key={`${path} ${reason}`} className="import__fault">
            {path === '' ? `The file ${reason}` : `${path}: ${reason}`}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function ChooseFile({ assessmentId }: { assessmentId: string }) {
  const to = (format: string) => `/assessments/${assessmentId}/import/template?format=${format}`
  return (
    <>
      <section className="page-section" aria-labelledby="fill-in">
        <h2 id="fill-in">1. Fill in a file</h2>
        <p>
          It has a row for each item, with what is answered already. Fill in the column <code>value</code>,
          and <code>note</code> where you like; leave the other columns as they are. What you leave empty
          stays as it is here.
        </p>
        <ul>
          <li>
            <a className="usa-link" href={to('xlsx')} download>
              File to fill in, XLSX
            </a>
          </li>
          <li>
            <a className="usa-link" href={to('csv')} download>
              File to fill in, CSV
            </a>
          </li>
        </ul>
        <p>An export of responses to the same version, CSV, XLSX or JSON, can be imported too.</p>
      </section>
      <section className="page-section" aria-labelledby="send">
        <h2 id="send">2. See what it would set</h2>
        <Form method="post" encType="multipart/form-data" className="usa-form">
          <input type="hidden" name="intent" value="preview" />
          <label className="usa-label" htmlFor="file">
            File, CSV, XLSX or JSON, up to 8 MB
          </label>
          <input
            className="usa-file-input import__file"
            id="file"
            name="file"
            type="file"
            accept=".csv,.xlsx,.json,.ndjson"
            required
          />
          <p>
            No information about a person in crisis belongs here: no names, no case numbers, no dates of
            birth.
          </p>
          <button className="usa-button usa-button--big" type="submit">
            Show what it would set
          </button>
        </Form>
      </section>
    </>
  )
}
