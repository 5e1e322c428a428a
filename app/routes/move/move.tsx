import { Form, Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import type { MovePage } from './load-move.server.ts'
import { MovedAnswers } from './moved-answers.tsx'
import type { MovePreview } from './preview.ts'

interface Props {
  page: MovePage
  /** Why nothing was moved. */
  fault: string | null
}

/** Moving an assessment to a newer version of its questionnaire: what it does to each answer, then one button. */
export function Move({ page, fault }: Props) {
  const { above, to, whyNot, preview } = page
  return (
    <div className="page__narrow">
      <PageHeading title={to ? `Move to version ${to}` : 'Move to a newer version'} above={above}>
        <p>
          {page.assessment.title}, as of {page.assessment.asOf}, is answered in version {page.from}.
        </p>
      </PageHeading>
      {fault !== null && (
        <Alert tone="error" live>
          {fault}
        </Alert>
      )}
      {!preview && <Alert tone="info">There is no newer version than the one that it is of.</Alert>}
      {preview && whyNot !== null && (
        <Alert tone="info" heading="It stays on its version">
          {whyNot}
        </Alert>
      )}
      {preview && whyNot === null && <Ready page={page} preview={preview} />}
    </div>
  )
}

function Ready({ page, preview }: { page: MovePage; preview: MovePreview }) {
  const { from, to, agencyRevision, partnerName, changes } = page
  return (
    <>
      <Sums preview={preview} />
      {changes && (
        <p>
          <Link to={changes}>See all that changed from version {from}</Link>
        </p>
      )}
      <Form method="post" className="big-form">
        <ul>
          {partnerName !== null && (
            <li>
              {partnerName} moves to the new version too. Its answers go along by the same rules, and it is
              told by mail.
            </li>
          )}
          <li>
            Every answer stays in its history. You can move back with one press until your side has answered
            something in the new version.
          </li>
        </ul>
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="to" value={to ?? ''} />
        <input type="hidden" name="agencyRevision" value={agencyRevision} />
        <button type="submit" name="intent" value="move" className="usa-button usa-button--big">
          Move to version {to}
        </button>
      </Form>
      <MovedAnswers preview={preview} />
    </>
  )
}

/** The four things that can become of an answer, each with how many. */
function Sums({ preview: { counts, added } }: { preview: MovePreview }) {
  const given = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <section aria-labelledby="sums">
      <h2 id="sums">What happens to your answers</h2>
      {given === 0 && <p>Nothing is answered yet.</p>}
      <ul>
        {counts.stands > 0 && (
          <li>{counted(counts.stands, 'answer stands as it is.', 'answers stand as they are.')}</li>
        )}
        {counts['asked-anew'] > 0 && (
          <li>
            {counted(counts['asked-anew'], 'question is', 'questions are')} asked anew. What you answered
            before is shown beside it.
          </li>
        )}
        {counts['not-held'] > 0 && (
          <li>
            {counted(counts['not-held'], 'answer')} can no longer be given so. What you answered is shown
            beside the question.
          </li>
        )}
        {counts.left > 0 && (
          <li>
            {counted(counts.left, 'answer is', 'answers are')} to a question that is not asked any more: kept,
            and not counted.
          </li>
        )}
        {added > 0 && <li>{counted(added, 'question is', 'questions are')} new.</li>}
      </ul>
    </section>
  )
}
