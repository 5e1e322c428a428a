import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeadLink } from '#app/accounts/dead-link.tsx'
import { allow } from '#app/context.server.ts'
import { accept } from './accept.server.ts'
import { Accept } from './accept.tsx'
import { findInvitation } from './find-invitation.server.ts'
import { OtherAddress } from './other-address.tsx'
import { SignInFirst } from './sign-in-first.tsx'

export const meta: MetaFunction = () => [{ title: 'Invitation – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await allow(args, 'public.read', null)
  const found = await findInvitation(args.context, args.params['secret'] ?? '')
  const me = person && { email: person.email, name: person.name }
  return data({ found, me }, { status: found.state === 'open' ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'account.manage', null)
  return accept(args.context, person, args.params['secret'] ?? '')
}

const reasons = {
  expired: 'It is older than 14 days. Ask whoever invited you for a new one.',
  withdrawn: 'It was withdrawn. Ask whoever invited you, if you think that this is a mistake.',
  used: 'It was accepted already; an invitation works once. If that was you, sign in.',
  unknown: 'There is no such invitation. Perhaps the link was cut short: copy all of it and try again.',
} as const

export default function Invitation() {
  const { found, me } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const state = answer?.state ?? found.state
  if (found.state !== 'open' || (state !== 'open' && state !== 'other-address')) {
    const reason = state === 'open' || state === 'other-address' ? 'unknown' : state
    const next = me ? { label: 'Go to your start page', to: '/' } : { label: 'Sign in', to: '/sign-in' }
    return (
      <DeadLink title="This invitation does not work" next={next}>
        {reasons[reason]}
      </DeadLink>
    )
  }
  if (!me) return <SignInFirst invitation={found} />
  if (me.email !== found.email) return <OtherAddress invitation={found} me={me} />
  return <Accept invitation={found} me={me} />
}
