import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { loadLatestResults } from '#app/results/load-results.server.ts'
import { NoResults } from '#app/results/no-results.tsx'
import { ResultsPage } from '#app/results/results-page.tsx'
import { wayUp } from '#app/way-up.ts'

export const meta: MetaFunction = () => [{ title: 'Results – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, actor, side } = await findAllowedAssessment(args, 'results.read')
  const { id } = assessment
  return {
    above: wayUp(assessment, side),
    to: `/assessments/${id}`,
    results: await loadLatestResults({ context: args.context, assessment, actor, side }),
  }
}

export default function Results() {
  const { results, ...none } = useLoaderData<typeof loader>()
  return results ? <ResultsPage {...results} /> : <NoResults {...none} />
}
