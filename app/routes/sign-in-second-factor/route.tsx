import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { CodeInput } from '#app/accounts/code-input.tsx'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { goTo } from '#app/accounts/go-to.server.ts'
import { returnOf } from '#app/accounts/local-path.ts'
import { TextInput } from '#app/accounts/text-input.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { checkCode, isHalfSignedIn } from './check-code.server.ts'

export const meta: MetaFunction = () => [{ title: 'Second step – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await allow(args, 'public.read', null)
  if (person) throw goTo(returnOf(args.request))
  if (!isHalfSignedIn(args.request)) throw goTo('/sign-in')
  return null
}

export async function action(args: ActionFunctionArgs) {
  await allow(args, 'public.read', null)
  const form = await readForm(args.request)
  return checkCode(args, form, form.get('intent') === 'recovery-code' ? 'recovery-code' : 'code')
}

export default function SecondFactor() {
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ code: string }>({
    id: 'code',
    lastResult: answer?.form === 'code' ? answer.lastResult : null,
  })
  const [recovery, recoveryFields] = useForm<{ code: string }>({
    id: 'recovery',
    lastResult: answer?.form === 'recovery-code' ? answer.lastResult : null,
  })
  return (
    <div className="page__narrow">
      <PageHeading title="Second step">
        <p>Open your authenticator app and enter the code that it shows for this site.</p>
      </PageHeading>
      <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
        <FormFaults errors={form.errors} />
        <CodeInput field={fields.code} label="Code of six digits" />
        <button type="submit" className="usa-button" name="intent" value="code">
          Go on
        </button>
      </Form>
      <details className="fold" open={answer?.form === 'recovery-code'}>
        <summary>I don’t have my authenticator app at hand</summary>
        <Form method="post" {...getFormProps(recovery)} className="usa-form usa-form--large">
          <FormFaults errors={recovery.errors} />
          <TextInput
            field={recoveryFields.code}
            label="Recovery code"
            hint="One of the codes that you kept when you switched the second step on. Each works once."
            autoComplete="off"
            maxLength={30}
          />
          <button
            type="submit"
            className="usa-button usa-button--outline"
            name="intent"
            value="recovery-code"
          >
            Use this recovery code
          </button>
        </Form>
        <p>No recovery codes either? An administrator of this site can reset your second step.</p>
      </details>
      <p>
        <Link to="/sign-in">Start over</Link>
      </p>
    </div>
  )
}
