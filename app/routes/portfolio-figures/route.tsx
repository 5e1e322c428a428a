import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { FiguresPage } from './figures-page.tsx'
import { loadFigures } from './load-figures.server.ts'

export const meta: MetaFunction = () => [{ title: 'Figures – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'portfolio.read')
  return loadFigures(args.context, organization, new URL(args.request.url).searchParams)
}

export default function PortfolioFigures() {
  return <FiguresPage data={useLoaderData<typeof loader>()} />
}
