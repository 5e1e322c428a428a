import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { HandOver } from '#app/accounts/hand-over.tsx'
import { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { can } from '#assessments/access.ts'
import { setRole, leaveOrganization, removeFrom } from './change-members.server.ts'
import { InviteForm } from './invite-form.tsx'
import { sendInvitation, withdraw } from './invitations.server.ts'
import { Leave } from './leave.tsx'
import { listing } from './listing.server.ts'
import { MemberList } from './member-list.tsx'
import { OpenInvitations } from './open-invitations.tsx'

export const meta: MetaFunction = () => [{ title: 'Members – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, person, actor } = await findAllowedOrganization(args, 'organization.read')
  const manages = can(actor, 'members.manage', { organizationId: organization.id })
  const lists = await listing(args.context, organization, manages)
  return { ...lists, manages, me: person.id, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  if (form.get('intent') === 'leave') {
    const { organization, person } = await findAllowedOrganization(args, 'membership.leave')
    return leaveOrganization(args.context, organization, person)
  }
  const { organization, person } = await findAllowedOrganization(args, 'members.manage')
  const asked = { context: args.context, organization, person, form }
  switch (form.get('intent')) {
    case 'invite':
      return sendInvitation(asked)
    case 'withdraw':
      return withdraw(asked)
    case 'change-role':
      return setRole(asked)
    case 'remove':
      return removeFrom(asked)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Members() {
  const { organization, members, invitations, manages, mails, me, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="members">
      <PageHeading
        title="Members"
        above={[{ label: organization.name, to: `/organizations/${organization.id}` }]}
      />
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer && 'faults' in answer && <FormFaults errors={answer.faults} />}
      {answer && 'link' in answer && (
        <HandOver {...answer.link}>
          It works for 14 days, for that email address alone, and is not shown again.
        </HandOver>
      )}
      <MemberList members={members} manages={manages} me={me} />
      {manages && (
        <InviteForm
          key={invitations.length}
          mails={mails}
          lastResult={answer && 'lastResult' in answer ? answer.lastResult : null}
        />
      )}
      {manages && <OpenInvitations invitations={invitations} />}
      <Leave organization={organization.name} />
    </div>
  )
}
