import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { can } from '#assessments/access.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { decideAsProgram } from './decide-as-program.server.ts'
import { EnrollmentsPage } from './enrollments-page.tsx'
import { inviteOne, mailOne } from './invite-one.server.ts'
import { loadEnrollments } from './load-enrollments.server.ts'

export const meta: MetaFunction = () => [{ title: 'Enrollments – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, actor } = await findAllowedOrganization(args, 'portfolio.read')
  const manages = can(actor, 'enrollments.manage', { organizationId: organization.id })
  const search = new URL(args.request.url).searchParams
  const page = await loadEnrollments(args.context, organization, { manages, search })
  return { page, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'enrollments.manage')
  const form = await readForm(args.request)
  const acting = { context: args.context, organization, person, form }
  const intent = form.get('intent')
  switch (intent) {
    case 'invite':
      return inviteOne(acting)
    case 'mail':
      return mailOne(acting)
    case 'withdraw':
    case 'end':
      return decideAsProgram(acting, intent)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Enrollments() {
  const { page, notice } = useLoaderData<typeof loader>()
  return <EnrollmentsPage page={page} notice={notice} answer={useActionData<typeof action>()} />
}
