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
import { RedactForm } from '#app/routes/redact/redact-form.tsx'
import { loadRedactStep } from './load-redact-step.server.ts'
import { redactStep } from './redact-step.server.ts'

export const meta: MetaFunction = () => [{ title: 'Redact what was said – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const found = await findAllowedAssessment(args, 'text.redact')
  return loadRedactStep(args.context, found, args.params['revision'] ?? '')
}

export async function action(args: ActionFunctionArgs) {
  const found = await findAllowedAssessment(args, 'text.redact')
  const { revision, back } = await loadRedactStep(args.context, found, args.params['revision'] ?? '')
  const { assessment, side, person } = found
  const redacting = { assessment, side, revision, by: person.id }
  const answer = await redactStep(args.context, redacting, await readForm(args.request))
  return answer.status === 'redacted' ? redirect(back) : data(answer.result, { status: answer.http })
}

export default function RedactStep() {
  const { above, question, done, fields, texts, back } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  return (
    <div className="page__narrow">
      <PageHeading
        title="Redact what was said"
        above={[...above, ...(back.includes('/differences') ? [{ label: 'Differences', to: back }] : [])]}
      >
        {question !== null && <p className="usa-intro">{question}</p>}
      </PageHeading>
      <p>{done}</p>
      {texts.map((text, at) => (
        <blockquote key={fields[at]} className="typed-text">
          {text}
        </blockquote>
      ))}
      {fields.length === 0 ? (
        <p>No text is left in it that could be redacted.</p>
      ) : (
        <>
          <p>
            For text that must not be here, such as a name or a number of a person in crisis. It is replaced
            by “[redacted]” for both sides, here and in every frozen copy that took it over. This can’t be
            undone. What was agreed, scores and signatures don’t change.
          </p>
          <RedactForm fields={fields} lastResult={lastResult} />
        </>
      )}
    </div>
  )
}
