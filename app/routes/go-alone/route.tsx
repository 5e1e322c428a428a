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
import { GoAloneForm } from './go-alone-form.tsx'
import { leavePartner } from './leave-partner.server.ts'
import { loadGoAlone } from './load-go-alone.server.ts'

export const meta: MetaFunction = () => [{ title: 'Go on alone – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, side } = await findAllowedAssessment(args, 'assessment.choose-partner')
  return loadGoAlone(args.context, assessment, side)
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, person } = await findAllowedAssessment(args, 'assessment.choose-partner')
  const answer = await leavePartner(args.context, assessment, person.id, await readForm(args.request))
  if (answer.status === 'alone') return redirect(`/assessments/${assessment.id}`)
  return data({ fault: answer.sentence }, { status: answer.http })
}

export default function GoAlone() {
  const answer = useActionData<typeof action>()
  return <GoAloneForm data={useLoaderData<typeof loader>()} fault={answer?.fault ?? null} />
}
