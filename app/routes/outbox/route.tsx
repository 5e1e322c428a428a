import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hasOutbox } from '#app/accounts/can-mail.ts'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow, notFound } from '#app/context.server.ts'
import { LinkedText } from './linked-text.tsx'
import { readOutbox } from './read-outbox.server.ts'

export const meta: MetaFunction = () => [{ title: 'Outbox – PMHC self-assessment' }]

/** In the demonstration and in development only: the mails hold links that open accounts. */
export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  if (!hasOutbox(args.context)) throw notFound()
  return { mails: await readOutbox(args.context) }
}

export default function Outbox() {
  const { mails } = useLoaderData<typeof loader>()
  return (
    <div>
      <PageHeading title="Outbox">
        <p>
          The mail that would have been sent, newest first. This page is here in the demonstration and in
          development only.
        </p>
      </PageHeading>
      {mails.length === 0 ? (
        <p>There is no mail yet. Invite somebody, say, or ask for a new password.</p>
      ) : (
        <ol className="outbox">
          {mails.map(({ id, to, subject, when, body }) => (
            <li key={id}>
              <h2>{subject}</h2>
              <p className="outbox__facts">
                To {to} · {when}
              </p>
              <pre className="outbox__body">
                <LinkedText text={body} />
              </pre>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
