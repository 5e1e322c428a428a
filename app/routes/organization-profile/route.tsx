import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { OrganizationForm } from '#app/accounts/organization-form.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { findAllowedOrganization } from '#app/find-allowed.server.ts'
import { can } from '#assessments/access.ts'
import { ProfileFacts } from './profile-facts.tsx'
import { factsOf, saveProfile, valuesOf } from './profile.server.ts'

export const meta: MetaFunction = () => [{ title: 'Profile – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { organization, actor } = await findAllowedOrganization(args, 'organization.read')
  const subject = { organizationId: organization.id }
  const { id, name, kind } = organization
  const edits = can(actor, 'organization.edit', subject)
  const exports = can(actor, 'records.export', subject)
  const profile = { facts: factsOf(organization), values: valuesOf(organization) }
  return { id, name, kind, edits, exports, ...profile, notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { organization, person } = await findAllowedOrganization(args, 'organization.edit')
  return saveProfile(args.context, person, organization, await readForm(args.request))
}

export default function Profile() {
  const { id, name, kind, edits, exports, facts, values, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page__narrow">
      <PageHeading title="Profile" above={[{ label: name, to: `/organizations/${id}` }]} />
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {edits ? (
        <OrganizationForm kind={kind} current={values} lastResult={answer?.lastResult} submit="Save" />
      ) : (
        <ProfileFacts facts={facts} />
      )}
      {exports && (
        <section aria-labelledby="records">
          <h2 id="records">Records</h2>
          <p>
            Everything that is kept about {name}: profile, members, assessments, every answer with its
            history, results and the log, as one file (JSON).
          </p>
          <Link className="usa-button usa-button--outline" to={`/organizations/${id}/records`} reloadDocument>
            Download all records
          </Link>
        </section>
      )}
    </div>
  )
}
