import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { formatDate } from '#app/format.ts'
import { wayUp } from '#app/way-up.ts'
import { isCoReviewed } from '#db/queries/reopen.server.ts'
import { ReopenForm } from './reopen-form.tsx'
import { reopenWithReason } from './reopen.server.ts'

export const meta: MetaFunction = () => [{ title: 'Reopen – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, side } = await findAllowedAssessment(args, 'assessment.reopen')
  const { id, asOf, stage } = assessment
  const coReviewed = isCoReviewed(assessment)
  return {
    id,
    asOf: formatDate(asOf),
    above: wayUp(assessment, side),
    final: stage === 'final',
    coReviewed,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, person } = await findAllowedAssessment(args, 'assessment.reopen')
  const answer = await reopenWithReason(args.context, assessment, person.id, await readForm(args.request))
  const below = isCoReviewed(assessment) ? '/differences' : ''
  if (answer.status === 'reopened') return redirect(`/assessments/${assessment.id}${below}`)
  return data(answer.result, { status: answer.http })
}

export default function Reopen() {
  return <ReopenForm data={useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />
}
