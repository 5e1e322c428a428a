import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { PasswordInput } from '#app/accounts/password-input.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { deleteAccount } from './delete-account.server.ts'

export const meta: MetaFunction = () => [{ title: 'Delete your account – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person, memberships } = await allow(args, 'account.manage', null)
  return { email: person.email, organizations: memberships.map(({ name }) => name) }
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'account.manage', null)
  return deleteAccount(args, person, await readForm(args.request))
}

export default function DeleteAccount() {
  const { email, organizations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ password: string }>({
    id: 'delete-account',
    lastResult: answer?.lastResult ?? null,
  })
  return (
    <div className="page__narrow">
      <PageHeading title="Delete your account" above={[{ label: 'Your account', to: '/account' }]}>
        <p className="usa-intro">This can’t be undone.</p>
      </PageHeading>
      <ul>
        <li>Your name and the address {email} are removed, and you can’t sign in any more.</li>
        {organizations.length > 0 && <li>You are no longer a member of {organizations.join(', ')}.</li>}
        <li>
          What you answered and wrote belongs to your organization and stays, as by “Former member”. If a text
          must go, ask a coordinator to redact it first.
        </li>
      </ul>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <PasswordInput field={fields.password} label="Your password" />
        <button type="submit" className="usa-button usa-button--secondary">
          Delete my account
        </button>
      </Form>
      <p>
        <Link to="/account">Keep my account</Link>
      </p>
    </div>
  )
}
