import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { FollowedView } from '#app/followed/followed-view.tsx'
import { loadPreview } from './load-preview.server.ts'
import { PreviewHead } from './preview-head.tsx'

export const meta: MetaFunction = () => [{ title: 'What a program sees – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'sharing.read')
  const search = new URL(args.request.url).searchParams
  return loadPreview(args.context, organization, { programId: args.params['programId'], search })
}

export default function SharingPreview() {
  const { head, followed, path } = useLoaderData<typeof loader>()
  return (
    <>
      <PreviewHead head={head} />
      <FollowedView followed={followed} path={path} />
    </>
  )
}
