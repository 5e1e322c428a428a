import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allow } from '#app/context.server.ts'
import { changedSince } from '#app/questionnaires/changed-since.ts'
import { findVersion } from '#app/questionnaires/find-version.server.ts'
import { versionState, withdrawnVersions } from '#app/questionnaires/offered.server.ts'
import { readable } from '#app/questionnaires/readable.server.ts'
import { QuestionnairePage } from './questionnaire-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.questionnaire.title ?? 'Questionnaire'} – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await allow(args, 'public.read', null)
  const known = findVersion(args.context, args.params)
  const state = versionState(known, await withdrawnVersions(args.context))
  return { questionnaire: readable(known.questionnaire), state, since: changedSince(known, actor) }
}

export default function Questionnaire() {
  return <QuestionnairePage {...useLoaderData<typeof loader>()} />
}
