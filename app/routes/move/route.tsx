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
import { loadMove } from './load-move.server.ts'
import { Move } from './move.tsx'
import { move } from './move.server.ts'

export const meta: MetaFunction = () => [{ title: 'Move to a newer version – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, version } = await findAllowedAssessment(args, 'assessment.move')
  return loadMove(args.context, assessment, version)
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, person } = await findAllowedAssessment(args, 'assessment.move')
  const answer = await move(args.context, assessment, person.id, await readForm(args.request))
  if (answer.status === 'done') return redirect(`/assessments/${assessment.id}`)
  return data({ fault: answer.sentence }, { status: answer.http })
}

export default function MovePageRoute() {
  const answer = useActionData<typeof action>()
  return <Move page={useLoaderData<typeof loader>()} fault={answer?.fault ?? null} />
}
