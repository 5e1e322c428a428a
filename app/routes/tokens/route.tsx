import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { makeOne } from './make-one.server.ts'
import { revokeOne } from './revoke-one.server.ts'
import { tokensOf } from './tokens-of.server.ts'
import { TokensPage } from './tokens-page.tsx'

export const meta: MetaFunction = () => [{ title: 'API tokens – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findAllowedOrganization(args, 'tokens.manage')
  return { ...(await tokensOf(args.context, organization)), notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  const { organization, person } = await findAllowedOrganization(args, 'tokens.manage')
  const asked = { context: args.context, organization, person, form }
  switch (form.get('intent')) {
    case 'make':
      return makeOne(asked)
    case 'revoke':
      return revokeOne(asked)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Tokens() {
  return <TokensPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
