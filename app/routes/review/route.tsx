import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { signedIn } from '#app/context.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { loadReview } from './load-review.server.ts'
import { Review } from './review.tsx'
import { asked, submit } from './submit.server.ts'

export const meta: MetaFunction = () => [{ title: 'Review and submit – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, version, ...asking } = await findAllowedAssessment(args, 'assessment.read')
  return loadReview(args.context, assessment, version, asking)
}

export async function action(args: ActionFunctionArgs) {
  await signedIn(args)
  const form = await readForm(args.request)
  const { person, ...found } = await findAllowedAssessment(args, asked(form))
  const reviewed = { ...found, by: person.id }
  const answer = await submit(args.context, reviewed, form)
  if (answer.status === 'done') return redirect(`/assessments/${found.assessment.id}/${answer.next}`)
  return data({ reason: answer.reason }, { status: answer.http })
}

export default function ReviewPage() {
  const answer = useActionData<typeof action>()
  return <Review data={useLoaderData<typeof loader>()} fault={answer?.reason ?? null} />
}
