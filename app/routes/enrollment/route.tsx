import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeadLink } from '#app/accounts/dead-link.tsx'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { allow } from '#app/context.server.ts'
import { choicesOf } from '../partnership/find-proposal.server.ts'
import { accept, decline } from './decide.server.ts'
import { Decide } from './decide.tsx'
import { findInvitation } from './find-invitation.server.ts'
import { SignInFirst } from './sign-in-first.tsx'

export const meta: MetaFunction = () => [{ title: 'Invitation of a program – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await allow(args, 'public.read', null)
  const found = await findInvitation(args.context, args.params['secret'] ?? '')
  const me = visitor.person && { email: visitor.person.email, name: visitor.person.name }
  const choices = me && found.state === 'open' ? choicesOf(visitor, 'agency') : null
  return data({ found, me, choices }, { status: found.state === 'open' ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'account.manage', null)
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'accept':
      return accept(args, form)
    case 'decline':
      return decline(args.context, person, args.params['secret'] ?? '')
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

const reasons = {
  expired: 'It is older than 30 days. Ask the program for a new link.',
  withdrawn: 'The invitation was withdrawn. Ask whoever sent it, if you think that this is a mistake.',
  declined: 'The invitation was declined already.',
  used: 'The invitation was accepted already; a link works once. If that was you, sign in.',
  unknown: 'There is no such invitation. Perhaps the link was cut short: copy all of it and try again.',
} as const

export default function ProgramInvitation() {
  const { found, me, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const next = me ? { label: 'Go to your start page', to: '/' } : { label: 'Sign in', to: '/sign-in' }
  const state = answer && 'state' in answer ? answer.state : found.state
  if (state === 'declined-now') {
    return (
      <DeadLink title="You declined the invitation" next={next}>
        The program is told. Nothing else changes.
      </DeadLink>
    )
  }
  if (found.state !== 'open' || state !== 'open') {
    return (
      <DeadLink title="This invitation does not work" next={next}>
        {reasons[state === 'open' ? 'unknown' : state]}
      </DeadLink>
    )
  }
  if (!me || !choices) return <SignInFirst invitation={found} />
  const fault = answer && 'fault' in answer ? answer.fault : null
  return <Decide invitation={found} me={me} choices={choices} fault={fault} />
}
