import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { Home } from './home.tsx'
import { loadHome } from './load-home.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.organization.name ?? 'Organization'} – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, actor } = await findAllowedOrganization(args, 'organization.read')
  const { searchParams } = new URL(args.request.url)
  return loadHome(args.context, organization, actor, { all: searchParams.has('all') })
}

export default function OrganizationHome() {
  return <Home data={useLoaderData<typeof loader>()} />
}
