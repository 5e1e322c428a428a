import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { PasswordStep } from './password-step.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ScanStep } from './scan-step.tsx'
import { begin, newRecoveryCodes, switchOff, switchOn } from './second-factor.server.ts'

export const meta: MetaFunction = () => [{ title: 'Second step at sign-in – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await allow(args, 'account.manage', null)
  return { on: person.twoFactorEnabled }
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'account.manage', null)
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'begin':
      return begin(args, form)
    case 'switch-on':
      return switchOn(args, person, form)
    case 'new-recovery-codes':
      return newRecoveryCodes(args, form)
    case 'switch-off':
      return switchOff(args, form)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function SecondFactor() {
  const { on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'recoveryCodes' in answer) return <RecoveryCodes codes={answer.recoveryCodes} />
  if (answer && 'setUp' in answer) return <ScanStep setUp={answer.setUp} answer={answer} />
  const resultOf = (form: string) => (answer?.form === form ? answer.lastResult : null)
  return (
    <div className="page__narrow">
      <PageHeading title="Second step at sign-in" above={[{ label: 'Your account', to: '/account' }]}>
        <p className="usa-intro">
          {on
            ? 'On: after your password, signing in asks for a code of your authenticator app.'
            : 'An authenticator app on your phone shows a new code every half minute. With it, a stolen password alone opens nothing.'}
        </p>
      </PageHeading>
      {on ? (
        <>
          <h2>New recovery codes</h2>
          <p>If you have used or lost yours. The old ones stop working.</p>
          <PasswordStep
            intent="new-recovery-codes"
            submit="Make new recovery codes"
            lastResult={resultOf('new-recovery-codes')}
          />
          <h2>Switch it off</h2>
          <p>Your password alone signs in then. To move to another phone, switch it off and on again.</p>
          <PasswordStep intent="switch-off" submit="Switch off" lastResult={resultOf('switch-off')} />
        </>
      ) : (
        <PasswordStep intent="begin" submit="Switch on" lastResult={resultOf('begin')} main />
      )}
    </div>
  )
}
