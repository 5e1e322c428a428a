import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allow } from '#app/context.server.ts'
import { findVersion } from '#app/questionnaires/find-version.server.ts'
import { versionState, withdrawnVersions } from '#app/questionnaires/offered.server.ts'
import { readable } from '#app/questionnaires/readable.server.ts'
import { QuestionnairePage } from './questionnaire-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.questionnaire.title ?? 'Questionnaire'} – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  const known = findVersion(args.context, args.params)
  const state = versionState(known, await withdrawnVersions(args.context))
  return { questionnaire: readable(known.questionnaire), state }
}

export default function Questionnaire() {
  const { questionnaire, state } = useLoaderData<typeof loader>()
  return <QuestionnairePage questionnaire={questionnaire} state={state} />
}
