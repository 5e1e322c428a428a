import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { readLog } from './read-log.server.ts'

export const meta: MetaFunction = () => [{ title: 'Log – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, actor } = await findAllowedOrganization(args, 'log.read')
  const before = new URL(args.request.url).searchParams.get('before')
  const { id, name } = organization
  return { id, name, later: before !== null, ...(await readLog(args.context, organization, actor, before)) }
}

export default function ActivityLog() {
  const { id, name, entries, older, later } = useLoaderData<typeof loader>()
  const page = `/organizations/${id}/log`
  return (
    <div>
      <PageHeading title="Log" above={[{ label: name, to: `/organizations/${id}` }]}>
        <p>
          What was done here, newest first. Nothing in it can be changed or deleted, and it holds no typed
          text.
        </p>
      </PageHeading>
      {entries.length === 0 ? (
        <p>There is nothing {later ? 'older' : 'yet'}.</p>
      ) : (
        <ol className="log">
          {entries.map((entry) => (
            <li key={entry.id}>
              <span className="log__when">{entry.when}</span>
              <span>{entry.sentence}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="log__pages">
        {later && <Link to={page}>Newest</Link>}
        {older && <Link to={`${page}?before=${encodeURIComponent(older)}`}>Older</Link>}
      </p>
    </div>
  )
}
