import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { arrange } from './arrange.server.ts'
import { loadPortfolio } from './load-portfolio.server.ts'
import { PortfolioPage } from './portfolio-page.tsx'

export const meta: MetaFunction = () => [{ title: 'Agencies – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, actor } = await findAllowedOrganization(args, 'portfolio.read')
  return loadPortfolio(args.context, organization, actor, new URL(args.request.url).searchParams)
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'portfolio.arrange')
  const form = await readForm(args.request)
  return redirect(await arrange(args.context, organization.id, person.id, args.request.url, form))
}

export default function Portfolio() {
  return <PortfolioPage data={useLoaderData<typeof loader>()} />
}
