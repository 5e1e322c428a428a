import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { returnOf, withReturn } from '#app/accounts/local-path.ts'
import { OrganizationForm } from '#app/accounts/organization-form.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { kindWords } from '#app/accounts/organization-words.ts'
import { ChooseKind } from './choose-kind.tsx'
import { createNew, kindOf } from './create-new.server.ts'

export const meta: MetaFunction = () => [{ title: 'New organization – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'organization.create', null)
  const kind = kindOf(new URL(args.request.url).searchParams.get('kind'))
  return { kind, to: returnOf(args.request), waits: args.context.environment.signUp !== 'open' }
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'organization.create', null)
  return createNew(args.context, person, await readForm(args.request), returnOf(args.request))
}

export default function NewOrganization() {
  const { kind, to, waits } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!kind) return <ChooseKind to={to} />
  return (
    <div className="page__narrow">
      <PageHeading
        title={`New ${kindWords[kind].label.toLowerCase()}`}
        above={[{ label: 'Choose the kind', to: withReturn('/organizations/new', to) }]}
      >
        <p>
          You become its coordinator. Whoever else takes part, you invite afterwards. If your organization is
          here already, don’t enter it again: ask its coordinator for an invitation.
        </p>
      </PageHeading>
      {waits && (
        <Alert tone="info">
          An administrator of this site confirms each new organization before it can start.
        </Alert>
      )}
      <OrganizationForm key={kind} kind={kind} lastResult={answer?.lastResult} submit="Create" cancel={to} />
    </div>
  )
}
