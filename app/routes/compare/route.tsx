import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { ComparePage } from './compare-page.tsx'
import { loadComparison } from './load-comparison.server.ts'

export const meta: MetaFunction = () => [{ title: 'Compare two rounds – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'progress.read')
  return loadComparison(args.context, organization, new URL(args.request.url))
}

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />
}
