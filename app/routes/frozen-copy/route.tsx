import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { notFound } from '#app/context.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { loadResultsOfCopy } from '#app/results/load-results.server.ts'
import { ResultsPage } from '#app/results/results-page.tsx'

export const meta: MetaFunction = () => [{ title: 'Results of a frozen copy – PMHC self-assessment' }]

const copyNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, actor, side } = await findAllowedAssessment(args, 'copies.read')
  const number = copyNumber.safeParse(args.params.number)
  if (!number.success) throw notFound()
  return loadResultsOfCopy({ context: args.context, assessment, actor, side }, number.data)
}

export default function FrozenCopy() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
