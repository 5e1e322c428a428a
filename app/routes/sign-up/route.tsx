import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { goTo } from '#app/accounts/go-to.server.ts'
import { returnOf, withReturn } from '#app/accounts/local-path.ts'
import { PasswordInput } from '#app/accounts/password-input.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { ByInvitationOnly } from './by-invitation-only.tsx'
import { LookIntoYourMail } from './look-into-your-mail.tsx'
import { signUp } from './sign-up.server.ts'
import { whoMaySignUp } from './who-may-sign-up.server.ts'

export const meta: MetaFunction = () => [{ title: 'Sign up – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await allow(args, 'public.read', null)
  const to = returnOf(args.request)
  if (person) throw goTo(to)
  return { to, ...(await whoMaySignUp(args.request, args.context)) }
}

export async function action(args: ActionFunctionArgs) {
  await allow(args, 'public.read', null)
  return signUp(args, await readForm(args.request))
}

export default function SignUp() {
  const { to, allowed, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ name: string; email: string; password: string }>({
    id: 'sign-up',
    lastResult: answer && 'lastResult' in answer ? answer.lastResult : null,
    defaultValue: { email: email ?? '' },
  })
  if (!allowed) return <ByInvitationOnly />
  if (answer && 'mailedTo' in answer) return <LookIntoYourMail email={answer.mailedTo} to={to} />
  return (
    <div className="page__narrow">
      <PageHeading title="Sign up">
        <p className="usa-intro">
          You make an account for yourself. After that you enter your organization, or join one that invited
          you.
        </p>
      </PageHeading>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <TextInput
          field={fields.name}
          label="Your name"
          hint="As your colleagues know you. Members of your organization see it beside what you answer."
          autoComplete="name"
          maxLength={100}
        />
        <TextInput field={fields.email} label="Work email address" type="email" autoComplete="username" />
        <PasswordInput field={fields.password} label="Password" chosen />
        <button type="submit" className="usa-button">
          Sign up
        </button>
      </Form>
      <p>
        By signing up you take note of <Link to="/privacy">who sees what</Link>.
      </p>
      <p>
        You have an account? <Link to={withReturn('/sign-in', to)}>Sign in</Link>
      </p>
    </div>
  )
}
