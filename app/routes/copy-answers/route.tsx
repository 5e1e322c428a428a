import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { notFound } from '#app/context.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { CopyAnswers } from './copy-answers.tsx'
import { copy } from './copy.server.ts'
import { loadCopy } from './load-copy.server.ts'

export const meta: MetaFunction = () => [{ title: 'Copy answers – PMHC self-assessment' }]

/** Only the partner has anything to copy: an agency has one county's services to speak of, its own. */
async function findForPartner(args: LoaderFunctionArgs) {
  const found = await findAllowedAssessment(args, 'assessment.answer')
  if (found.side !== 'partner') throw notFound()
  return found
}

export async function loader(args: LoaderFunctionArgs) {
  return loadCopy(args.context, await findForPartner(args))
}

export async function action(args: ActionFunctionArgs) {
  const { person, ...found } = await findForPartner(args)
  return copy(args.context, { ...found, by: person.id }, await readForm(args.request))
}

export default function CopyAnswersScreen() {
  return <CopyAnswers page={useLoaderData<typeof loader>()} fault={useActionData<typeof action>()?.fault} />
}
