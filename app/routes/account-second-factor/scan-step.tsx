import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { CodeInput } from '#app/accounts/code-input.tsx'
import type { FormAnswer } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'

interface Props {
  setUp: { uri: string; picture: string; secret: string }
  answer: Partial<FormAnswer>
}

/** Shows the secret to the authenticator app, and asks for its first code. */
export function ScanStep({ setUp, answer }: Props) {
  const [form, fields] = useForm<{ code: string }>({ id: 'switch-on', lastResult: answer.lastResult ?? null })
  return (
    <div className="page__narrow">
      <PageHeading title="Add this site to your app" above={[{ label: 'Your account', to: '/account' }]} />
      <ol className="scan-step">
        <li>
          <p>Open your authenticator app and scan this code.</p>
          <img
            src={setUp.picture}
            alt="Code for your authenticator app; the text below says the same"
            width={220}
            height={220}
          />
          <p>
            Or type this into the app: <code className="scan-step__secret">{setUp.secret}</code>
          </p>
        </li>
        <li>
          <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
            <FormFaults errors={form.errors} />
            <input type="hidden" name="uri" value={setUp.uri} />
            <CodeInput field={fields.code} label="Enter the code of six digits that the app shows" />
            <button type="submit" className="usa-button" name="intent" value="switch-on">
              Switch on
            </button>
          </Form>
        </li>
      </ol>
      <p>
        <Link to="/account">Not now</Link>
      </p>
    </div>
  )
}
