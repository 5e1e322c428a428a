import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import { findAllowedFollowed } from '#app/followed/find-followed.server.ts'
import { FollowedView } from '#app/followed/followed-view.tsx'
import { loadFollowed } from '#app/followed/load-followed.server.ts'
import { recordId } from '#app/record-id.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.followed.profile.name ?? 'An agency'}, as shared – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { program, agency, shared } = await findAllowedFollowed(args)
  const round = recordId.safeParse(new URL(args.request.url).searchParams.get('round')).data ?? null
  const followed = await loadFollowed(args.context, { agency, shared, round })
  return { program: { id: program.id, name: program.name }, agencyId: agency.id, followed }
}

export default function FollowedAgency() {
  const { program, agencyId, followed } = useLoaderData<typeof loader>()
  const home = `/organizations/${program.id}`
  return (
    <>
      <PageHeading
        title={followed.profile.name}
        above={[
          { label: program.name, to: home },
          { label: 'Enrollments', to: `${home}/enrollments` },
        ]}
      >
        <p>
          What the agency shares with your program. It decides that itself and can change it at any time; what
          it no longer shares disappears here.
        </p>
      </PageHeading>
      <FollowedView followed={followed} path={`${home}/agencies/${agencyId}?`} />
    </>
  )
}
