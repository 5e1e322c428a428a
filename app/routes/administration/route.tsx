import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { canMail } from '#app/accounts/can-mail.ts'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { decide, waiting } from './decide.server.ts'
import { findPerson, linkToPassword, resetSecondFactor } from './find-person.server.ts'
import { FindPersonForm } from './find-person-form.tsx'
import { LetSignUp } from './let-sign-up.tsx'
import { letSignUp } from './let-sign-up.server.ts'
import { WaitingOrganizations } from './waiting-organizations.tsx'

export const meta: MetaFunction = () => [{ title: 'Administration – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'installation.administer', null)
  const { context } = args
  const mails = canMail(context)
  const byInvitation = context.environment.signUp === 'invited'
  return { waiting: await waiting(context), mails, byInvitation, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'installation.administer', null)
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'confirm':
      return decide(args.context, person, form, 'confirmed')
    case 'decline':
      return decide(args.context, person, form, 'declined')
    case 'find':
      return findPerson(args.context, form)
    case 'reset-second-factor':
      return resetSecondFactor(args.context, person, form)
    case 'password-link':
      return linkToPassword(args.context, person, form)
    case 'let-sign-up':
      return letSignUp(args.context, form)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Administration() {
  const { waiting, mails, byInvitation, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const resultOf = (name: string) =>
    answer && 'lastResult' in answer && answer.form === name ? answer.lastResult : null
  return (
    <div className="administration">
      <PageHeading title="Administration">
        <p>Administrators run this site. They see no answers and no results.</p>
        <p>
          <Link to="/administration/questionnaires">Questionnaires and their versions</Link>
        </p>
      </PageHeading>
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer && 'fault' in answer && (
        <Alert tone="error" live>
          {answer.fault}
        </Alert>
      )}
      <WaitingOrganizations waiting={waiting} />
      <FindPersonForm
        lastResult={resultOf('find')}
        found={answer && 'found' in answer ? answer.found : null}
        link={answer && 'passwordLink' in answer ? answer.passwordLink : null}
        mails={mails}
      />
      {byInvitation && (
        <LetSignUp
          mails={mails}
          lastResult={resultOf('let-sign-up')}
          link={answer && 'signUpLink' in answer ? answer.signUpLink : null}
        />
      )}
    </div>
  )
}
