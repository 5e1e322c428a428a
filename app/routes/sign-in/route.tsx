import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { canMail } from '#app/accounts/can-mail.ts'
import { demoPeople, type DemoPerson } from '#app/accounts/demo-people.ts'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { goTo } from '#app/accounts/go-to.server.ts'
import { returnOf, withReturn } from '#app/accounts/local-path.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { PasswordInput } from '#app/accounts/password-input.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { ConfirmAgain } from './confirm-again.tsx'
import { DemoSignIns } from './demo-sign-ins.tsx'
import { confirmAgain, signIn, signInAs } from './sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Sign in – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await allow(args, 'public.read', null)
  const { request, context } = args
  const to = returnOf(request)
  if (person) throw goTo(to)
  const people: readonly DemoPerson[] = context.environment.demo ? demoPeople : []
  return { to, notice: noticeOf(request), people, mail: canMail(context) }
}

export async function action(args: ActionFunctionArgs) {
  await allow(args, 'public.read', null)
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'sign-in-as':
      return signInAs(args, form)
    case 'confirm-again':
      return confirmAgain(args, form)
    default:
      return signIn(args, form)
  }
}

export default function SignIn() {
  const { to, notice, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: 'sign-in',
    lastResult: answer && 'lastResult' in answer ? answer.lastResult : null,
  })
  return (
    <div className="page__narrow">
      <PageHeading title="Sign in" />
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer && 'unconfirmed' in answer && <ConfirmAgain {...answer} />}
      {people.length > 0 && <DemoSignIns people={people} />}
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput field={fields.email} label="Email address" type="email" autoComplete="username" />
        <PasswordInput field={fields.password} label="Password" />
        <button type="submit" className="usa-button" name="intent" value="sign-in">
          Sign in
        </button>
      </Form>
      <p>
        <Link to="/forgot-password">I don’t remember my password</Link>
      </p>
      <p>
        No account yet? <Link to={withReturn('/sign-up', to)}>Sign up</Link>
      </p>
    </div>
  )
}
