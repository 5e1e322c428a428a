import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { askExport, cancelAsked } from './ask-export.server.ts'
import { ExportsScreen } from './exports-screen.tsx'
import { findExporting } from './find-exporting.server.ts'
import { loadExports } from './load-exports.server.ts'

export const meta: MetaFunction = () => [{ title: 'Exports – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findExporting(args)
  const page = await loadExports(args.context, organization, new URL(args.request.url))
  return { page, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findExporting(args)
  const form = await readForm(args.request)
  const acting = { context: args.context, organization, person, form }
  switch (form.get('intent')) {
    case 'ask':
      return askExport(acting)
    case 'cancel':
      return cancelAsked(acting)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Exports() {
  const { page, notice } = useLoaderData<typeof loader>()
  return <ExportsScreen page={page} notice={notice} fault={useActionData<typeof action>()?.fault ?? null} />
}
