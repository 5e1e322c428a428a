import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { loadReview } from './load-review.server.ts'
import { Review } from './review.tsx'
import { submit } from './submit.server.ts'

export const meta: MetaFunction = () => [{ title: 'Review and submit – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, version, ...asking } = await findAllowedAssessment(args, 'assessment.read')
  return loadReview(args.context, assessment, version, asking)
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, version, person } = await findAllowedAssessment(args, 'assessment.submit')
  const answer = await submit(args.context, assessment, version, person.id, await args.request.formData())
  if (answer.status === 'final') return redirect(`/assessments/${assessment.id}/results`)
  return data({ reason: answer.reason }, { status: answer.http })
}

export default function ReviewPage() {
  const answer = useActionData<typeof action>()
  return <Review data={useLoaderData<typeof loader>()} fault={answer?.reason ?? null} />
}
