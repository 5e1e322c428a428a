import { getFormProps, useForm } from '@conform-to/react'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DeadLink } from '#app/accounts/dead-link.tsx'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { PasswordInput } from '#app/accounts/password-input.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { choosePassword, isResetLinkAlive } from './choose-password.server.ts'

export const meta: MetaFunction = () => [{ title: 'Choose a new password – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  const alive = await isResetLinkAlive(args.context, args.params['token'] ?? '')
  return data({ alive }, { status: alive ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  await allow(args, 'public.read', null)
  return choosePassword(args, args.params['token'] ?? '', await readForm(args.request))
}

export default function ResetPassword() {
  const { alive } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ password: string }>({
    id: 'reset-password',
    lastResult: answer && 'lastResult' in answer ? answer.lastResult : null,
  })
  if (!alive || (answer && 'dead' in answer)) {
    return (
      <DeadLink next={{ label: 'Ask for a new link', to: '/forgot-password' }}>
        A link to choose a new password works once, for one hour. This one was used already, is older, or is
        not complete. Your password is as it was.
      </DeadLink>
    )
  }
  return (
    <div className="page__narrow">
      <PageHeading title="Choose a new password">
        <p>You are signed out everywhere once it is set.</p>
      </PageHeading>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <PasswordInput field={fields.password} label="New password" chosen />
        <button type="submit" className="usa-button">
          Set this password
        </button>
      </Form>
    </div>
  )
}
