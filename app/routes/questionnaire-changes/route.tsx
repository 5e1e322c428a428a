import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allow } from '#app/context.server.ts'
import { findVersion } from '#app/questionnaires/find-version.server.ts'
import { ChangesPage } from './changes-page.tsx'
import { loadChanges } from './load-changes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `What changed in ${data ? `${data.title} ${data.to}` : 'a questionnaire'} – PMHC self-assessment`,
  },
]

/** Everyone reads what a version changed; of a draft, administrators alone. */
export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  const known = findVersion(args.context, args.params)
  const page = loadChanges(args.context, known, new URL(args.request.url).searchParams)
  if (page.draft) await allow(args, 'installation.administer', null)
  return page
}

export default function QuestionnaireChanges() {
  return <ChangesPage page={useLoaderData<typeof loader>()} />
}
