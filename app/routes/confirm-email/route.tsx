import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DeadLink } from '#app/accounts/dead-link.tsx'
import { returnOf, withReturn } from '#app/accounts/local-path.ts'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { confirmAddress, type Unconfirmed } from './confirm-address.server.ts'

export const meta: MetaFunction = () => [{ title: 'Confirm your email address – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  return { to: returnOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  await allow(args, 'public.read', null)
  return confirmAddress(args, args.params['token'] ?? '')
}

const reasons: Record<Unconfirmed, string> = {
  expired: 'It is older than one day. Sign in: you are then offered a new one.',
  unusable: 'It was used already, or it is not complete. Try to sign in: the address may be confirmed.',
  'other-person':
    'It belongs to another account than the one you are signed in with here. Sign out, then open it again.',
}

/** Confirms by a button: the scanners of mail servers open links, and press no buttons. */
export default function ConfirmEmail() {
  const { to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer) {
    return (
      <DeadLink next={{ label: 'Go to sign in', to: withReturn('/sign-in', to) }}>
        {reasons[answer.unconfirmed]}
      </DeadLink>
    )
  }
  return (
    <div className="page__narrow">
      <PageHeading title="Confirm your email address">
        <p className="usa-intro">You opened the link of our mail. One more step shows that it was you.</p>
      </PageHeading>
      <Form method="post">
        <button type="submit" className="usa-button usa-button--big">
          Yes, this email address is mine
        </button>
      </Form>
    </div>
  )
}
