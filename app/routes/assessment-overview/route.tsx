import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { loadOverview } from './load-overview.server.ts'
import { Overview } from './overview.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Assessment${data ? ` as of ${data.assessment.asOf}` : ''} – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, version, ...asking } = await findAllowedAssessment(args, 'assessment.read')
  return loadOverview(args.context, assessment, version, asking)
}

export default function AssessmentOverview() {
  return <Overview {...useLoaderData<typeof loader>()} />
}
