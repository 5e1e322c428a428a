import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { notFound } from '#app/context.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { loadNew } from './load-new.server.ts'
import { StartForm } from './start-form.tsx'
import { start } from './start.server.ts'

export const meta: MetaFunction = () => [{ title: 'Start an assessment – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'assessment.start')
  if (organization.kind !== 'agency') throw notFound()
  return loadNew(args.context, organization)
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'assessment.start')
  if (organization.kind !== 'agency') throw notFound()
  const answer = await start(args.context, organization, person, await readForm(args.request))
  if (answer.status === 'started') return redirect(answer.next)
  return data(answer.result, { status: answer.http })
}

export default function AssessmentNew() {
  return <StartForm data={useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />
}
