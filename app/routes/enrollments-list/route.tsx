import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { canMail } from '#app/accounts/can-mail.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { CheckPage } from './check-page.tsx'
import { checkSent, sendChecked } from './list-actions.server.ts'
import { ListForm } from './list-form.tsx'
import { SentPage } from './sent-page.tsx'

export const meta: MetaFunction = () => [{ title: 'Invite a list of agencies – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'enrollments.manage')
  const { id, name } = organization
  return { organization: { id, name }, mails: canMail(args.context) }
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'enrollments.manage')
  const form = await readForm(args.request)
  const acting = { context: args.context, organization, person, form }
  switch (form.get('intent')) {
    case 'check':
      return checkSent(acting)
    case 'send':
      return sendChecked(acting)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function InviteList() {
  const { organization, mails } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'sent' in answer) return <SentPage organization={organization} sent={answer.sent} />
  if (answer && 'checked' in answer) {
    return <CheckPage organization={organization} mails={mails} {...answer} />
  }
  return <ListForm organization={organization} answer={answer ?? null} />
}
