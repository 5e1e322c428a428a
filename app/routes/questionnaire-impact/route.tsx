import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allow } from '#app/context.server.ts'
import { findVersion } from '#app/questionnaires/find-version.server.ts'
import { ImpactPage } from './impact-page.tsx'
import { loadImpact } from './load-impact.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What version ${data?.version ?? ''} means – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'installation.administer', null)
  return loadImpact(args.context, findVersion(args.context, args.params))
}

export default function QuestionnaireImpact() {
  return <ImpactPage page={useLoaderData<typeof loader>()} />
}
