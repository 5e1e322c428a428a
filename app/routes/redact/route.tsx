import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { PageHeading } from '#app/components/page-heading.tsx'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { loadRedact } from './load-redact.server.ts'
import { RedactForm } from './redact-form.tsx'
import { redact } from './redact.server.ts'

export const meta: MetaFunction = () => [{ title: 'Take out text – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, side } = await findAllowedAssessment(args, 'text.redact')
  return loadRedact(args.context, assessment, side, args.params['itemId'] ?? '')
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, person, side } = await findAllowedAssessment(args, 'text.redact')
  const page = await loadRedact(args.context, assessment, side, args.params['itemId'] ?? '')
  const answer = await redact(
    args.context,
    { assessment, side },
    page,
    person.id,
    await readForm(args.request),
  )
  if (answer.status === 'redacted')
    return redirect(`/assessments/${assessment.id}/items/${page.item.id}/history`)
  return data(answer.result, { status: answer.http })
}

export default function Redact() {
  const { assessmentId, above, item, fields, carried } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const history = `/assessments/${assessmentId}/items/${item.id}/history`
  return (
    <div className="page__narrow">
      <PageHeading title="Take out text" above={[...above, { label: 'History of an answer', to: history }]}>
        <p className="usa-intro">{item.question}</p>
      </PageHeading>
      {fields.length === 0 ? (
        <p>Nobody has typed any text in the answer to this item.</p>
      ) : (
        <>
          <p>
            For text that must not be here, such as a name or a number of a person in crisis. It is replaced
            by “[redacted]” in the answer, in its history, in every frozen copy, and in what was answered
            before and is shown beside the question. This can’t be undone. Scores don’t change.
          </p>
          {carried && (
            <p>
              Something here was carried from another assessment, which keeps its own text: take it out there
              too.
            </p>
          )}
          <RedactForm fields={fields} lastResult={lastResult} />
        </>
      )}
    </div>
  )
}
