import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { ConsentsPage } from './consents-page.tsx'
import { decideConsent } from './decide-consent.server.ts'
import { decideSharing } from './decide-sharing.server.ts'
import { loadSharing } from './load-sharing.server.ts'
import { SharingPage } from './sharing-page.tsx'

export const meta: MetaFunction = () => [{ title: 'Sharing with programs – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, actor } = await findAllowedOrganization(args, 'sharing.read')
  const page = await loadSharing(args.context, organization, actor)
  return { ...page, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'sharing.manage')
  const form = await readForm(args.request)
  const acting = { context: args.context, organization, person, form }
  const intent = form.get('intent')
  switch (intent) {
    case 'accept':
    case 'change':
    case 'decline':
    case 'end':
      return decideSharing(acting, intent)
    case 'consent':
    case 'take-back':
      return decideConsent(acting, intent)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Sharing() {
  const { agency, partner, notice } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults ?? null
  if (agency) return <SharingPage page={agency} notice={notice} faults={faults} />
  return partner && <ConsentsPage page={partner} notice={notice} faults={faults} />
}
