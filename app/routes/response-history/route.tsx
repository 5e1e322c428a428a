import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { HistoryList } from './history-list.tsx'
import { loadHistory, type HistoryPage } from './load-history.server.ts'

export const meta: MetaFunction = () => [{ title: 'History of an answer – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, actor, side } = await findAllowedAssessment(args, 'assessment.read')
  return loadHistory(args.context, assessment, args.params['itemId'] ?? '', { actor, side })
}

/** What was sent arrives as it was; Remix's types only blur what is left out with what is undefined. */
export default function ResponseHistory() {
  return <HistoryList page={useLoaderData<typeof loader>() as HistoryPage} />
}
