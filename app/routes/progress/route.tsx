import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { loadProgress } from './load-progress.server.ts'
import { NoProgress } from './no-progress.tsx'
import { ProgressPage } from './progress-page.tsx'

export const meta: MetaFunction = () => [{ title: 'Progress – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'progress.read')
  return loadProgress(args.context, organization, new URL(args.request.url))
}

export default function Progress() {
  const { progress, ...page } = useLoaderData<typeof loader>()
  return progress ? <ProgressPage {...page} {...progress} /> : <NoProgress {...page} />
}
