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
import { loadPeople } from './load-people.server.ts'
import { PeopleForm } from './people-form.tsx'
import { savePeople } from './save-people.server.ts'

export const meta: MetaFunction = () => [{ title: 'Who contributes – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, version, side } = await findAllowedAssessment(args, 'assessment.assign')
  return loadPeople(args.context, assessment, version, side)
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, version, person, side } = await findAllowedAssessment(args, 'assessment.assign')
  const form = await readForm(args.request)
  const outcome = await savePeople(args.context, { assessment, side }, version, person.id, form)
  if (outcome.status === 'saved') return redirect(`/assessments/${assessment.id}`)
  return data({ reason: outcome.reason }, { status: outcome.http })
}

export default function AssessmentPeople() {
  const answer = useActionData<typeof action>()
  return <PeopleForm data={useLoaderData<typeof loader>()} fault={answer?.reason ?? null} />
}
