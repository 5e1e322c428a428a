import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { replyStatuses } from '#app/reconciling/step-reply.ts'
import { DifferencesScreen } from './differences-screen.tsx'
import { loadDifferences } from './load-differences.server.ts'
import { pathAfter, takeForm, type FormProblem } from './take-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Differences – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const found = await findAllowedAssessment(args, 'differences.read')
  return loadDifferences(args.context, found, new URL(args.request.url))
}

/** The forms without JavaScript: come back to their item, or with what could not be done and why. */
export async function action(args: ActionFunctionArgs) {
  const taken = await takeForm(args)
  if (taken.status === 'taken') return redirect(pathAfter(taken, new URL(args.request.url)), 303)
  return data(taken.problem, { status: replyStatuses[taken.problem.reply.status] })
}

/** What was sent arrives as it was; Remix's types only blur what is left out with what is undefined. */
export default function Differences() {
  const refused = useActionData<typeof action>() as FormProblem | undefined
  return <DifferencesScreen loaded={useLoaderData<typeof loader>()} refused={refused} />
}
