import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { can } from '#assessments/access.ts'
import { decide } from './decide.server.ts'
import { findAllowedEnd } from './find-end.server.ts'
import { loadPartnerships } from './load-partnerships.server.ts'
import { PartnershipsPage } from './partnerships-page.tsx'
import { mailProposal, propose } from './propose.server.ts'

export const meta: MetaFunction = () => [{ title: 'Partnerships – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, side, actor } = await findAllowedEnd(args, 'organization.read')
  const manages = can(actor, 'partnerships.manage', { organizationId: organization.id })
  const search = new URL(args.request.url).searchParams
  const page = await loadPartnerships(args.context, organization, side, { manages, search })
  return { page, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { organization, side, person } = await findAllowedEnd(args, 'partnerships.manage')
  const form = await readForm(args.request)
  const acting = { context: args.context, organization, side, person, form }
  const intent = form.get('intent')
  switch (intent) {
    case 'propose':
      return propose(acting)
    case 'mail':
      return mailProposal(acting)
    case 'accept':
    case 'decline':
    case 'withdraw':
    case 'end':
      return decide(acting, intent)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Partnerships() {
  const { page, notice } = useLoaderData<typeof loader>()
  return <PartnershipsPage page={page} notice={notice} answer={useActionData<typeof action>()} />
}
