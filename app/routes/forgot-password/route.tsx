import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { canMail, hasOutbox } from '#app/accounts/can-mail.ts'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { askForPassword } from './ask-for-password.server.ts'

export const meta: MetaFunction = () => [{ title: 'Forgotten password – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  return { mail: canMail(args.context), outbox: hasOutbox(args.context) }
}

export async function action(args: ActionFunctionArgs) {
  await allow(args, 'public.read', null)
  return askForPassword(args, await readForm(args.request))
}

export default function ForgotPassword() {
  const { mail, outbox } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ email: string }>({
    id: 'forgot-password',
    lastResult: answer && 'lastResult' in answer ? answer.lastResult : null,
  })
  return (
    <div className="page__narrow">
      <PageHeading title="Forgotten password" above={[{ label: 'Sign in', to: '/sign-in' }]} />
      {!mail ? (
        <p className="usa-intro">
          This site sends no mail. Ask an administrator of it: they can give you a link with which you choose
          a new password.
        </p>
      ) : answer && 'askedFor' in answer ? (
        <Alert tone="success" heading="Check your email" live>
          If there is an account with the address {answer.askedFor}, a link with which you choose a new
          password is on its way to it. It works for one hour.
          {outbox && (
            <>
              {' '}
              Here, mail ends up in the <Link to="/outbox">outbox</Link>.
            </>
          )}
        </Alert>
      ) : (
        <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
          <FormFaults errors={form.errors} />
          <TextInput
            field={fields.email}
            label="Email address"
            hint="The one that you sign in with. We send a link to it with which you choose a new password."
            type="email"
            autoComplete="username"
          />
          <button type="submit" className="usa-button">
            Send the link
          </button>
        </Form>
      )}
    </div>
  )
}
