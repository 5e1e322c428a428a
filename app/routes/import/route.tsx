import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { lockWords } from '#app/lock-words.ts'
import { lockOfSide } from '#app/own-side.ts'
import { wayUp } from '#app/way-up.ts'
import { ImportScreen } from './import-screen.tsx'
import { saveShown, takeFile } from './take-file.server.ts'

export const meta: MetaFunction = () => [{ title: 'Import answers – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, side, version } = await findAllowedAssessment(args, 'assessment.answer')
  const lock = lockOfSide(assessment, side)
  return {
    ...{
      above: wayUp(assessment, side),
      notice: noticeOf(args.request),
      levels: version.questionnaire.levels,
    },
    assessmentId: assessment.id,
    locked: lock && lockWords[lock],
  }
}

export async function action(args: ActionFunctionArgs) {
  const found = await findAllowedAssessment(args, 'assessment.answer')
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'preview':
      return takeFile({ context: args.context, found, form })
    case 'import':
      return saveShown({ context: args.context, found, form }, found.person.id)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Import() {
  return <ImportScreen page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
