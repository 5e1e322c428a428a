import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { reminders } from './load-reminders.server.ts'
import { RemindersPage } from './reminders-page.tsx'
import { sendReminders } from './send-reminders.server.ts'

export const meta: MetaFunction = () => [{ title: 'Remind agencies – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'portfolio.remind')
  const agencyIds = new URL(args.request.url).searchParams.getAll('agency')
  const { id, name } = organization
  return { program: { id, name }, agencies: await reminders(args.context, organization, agencyIds) }
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'portfolio.remind')
  const form = await readForm(args.request)
  return { sent: await sendReminders(args.context, organization, person.id, form.getAll('agency')) }
}

export default function Reminders() {
  const { program, agencies } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <RemindersPage program={program} agencies={agencies} sent={answer?.sent ?? null} />
}
