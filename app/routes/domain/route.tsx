import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { DomainScreen } from './domain-screen.tsx'
import { itemsInForm } from './items-in-form.server.ts'
import { loadDomain, type DomainPage } from './load-domain.server.ts'
import { nextInForm } from './next-in-form.server.ts'
import { saveForm, statusOf, type FormOutcome } from './save-form.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.domain.title ?? 'Domain'} – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  const found = await findAllowedAssessment(args, 'assessment.read')
  return loadDomain(args.context, found, args.params['domainId'] ?? '')
}

/** The form without JavaScript: comes back to what is missing, or with what could not be saved. */
export async function action(args: ActionFunctionArgs) {
  const { assessment, version, person, side } = await findAllowedAssessment(args, 'assessment.answer')
  const { questionnaire } = version
  const sent = itemsInForm(args.context, questionnaire, args.params['domainId'], await readForm(args.request))
  const target = { assessment, side, questionnaire, personId: person.id }
  const outcome = await saveForm(args.context, target, sent)
  if (Object.keys(outcome.notSaved).length > 0) return data(outcome, { status: statusOf(outcome) })
  const next = await nextInForm(
    args.context,
    { assessment, side, questionnaire },
    sent.items,
    outcome.confirmed,
  )
  return redirect(`${new URL(args.request.url).pathname}?saved=${outcome.saved.length}${next}`, 303)
}

/** What was sent arrives as it was; Remix's types only blur what is left out with what is undefined. */
export default function DomainRoute() {
  const page = useLoaderData<typeof loader>() as DomainPage
  const outcome = useActionData<typeof action>() as FormOutcome | undefined
  return <DomainScreen page={page} outcome={outcome} />
}
