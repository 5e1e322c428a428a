import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canMail, hasOutbox } from '#app/accounts/can-mail.ts'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { changeMail } from './change-mail.server.ts'
import { changeName } from './change-name.server.ts'
import { changePassword } from './change-password.server.ts'
import { MailForm } from './mail-form.tsx'
import { NameForm } from './name-form.tsx'
import { OtherSettings } from './other-settings.tsx'
import { PasswordForm } from './password-form.tsx'
import { signOutEverywhere } from './sign-out-everywhere.server.ts'

export const meta: MetaFunction = () => [{ title: 'Your account – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await allow(args, 'account.manage', null)
  const { name, email, twoFactorEnabled } = person
  // Forms begin anew once something was changed.
  const serial = args.context.now().getTime()
  const mail = { sent: canMail(args.context), outbox: hasOutbox(args.context) }
  return { person: { name, email, twoFactorEnabled }, mail, serial, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'account.manage', null)
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'name':
      return changeName(args, form)
    case 'mail':
      return changeMail(args, person, form)
    case 'password':
      return changePassword(args, person, form)
    case 'sign-out-everywhere':
      return signOutEverywhere(args)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function Account() {
  const { person, mail, serial, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const resultOf = (form: string) => (answer?.form === form ? answer : undefined)
  return (
    <div className="account">
      <PageHeading title="Your account">
        <p>
          You are signed in as {person.name} ({person.email}).
        </p>
      </PageHeading>
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      <NameForm name={person.name} answer={resultOf('name')} />
      <MailForm key={`mail-${serial}`} email={person.email} mail={mail} answer={resultOf('mail')} />
      <PasswordForm key={`password-${serial}`} email={person.email} answer={resultOf('password')} />
      <OtherSettings twoFactorEnabled={person.twoFactorEnabled} />
    </div>
  )
}
