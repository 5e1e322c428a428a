import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { goTo } from '#app/accounts/go-to.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { kindWords, roleWords } from '#app/accounts/organization-words.ts'
import { Alert } from '#app/components/alert.tsx'
import { allow } from '#app/context.server.ts'
import { FirstSteps } from './first-steps.tsx'
import { Introduction } from './introduction.tsx'
import { YourOrganizations } from './your-organizations.tsx'

export const meta: MetaFunction = () => [{ title: 'PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person, actor, memberships } = await allow(args, 'public.read', null)
  const notice = noticeOf(args.request)
  const [only] = memberships
  if (only && memberships.length === 1) throw goTo(`/organizations/${only.organizationId}`)
  if (actor?.administrator && !only) throw goTo('/administration')
  const organizations = memberships.map(({ organizationId, name, kind, role, status }) => ({
    id: organizationId,
    name,
    kind: kindWords[kind].label,
    role: roleWords[role].label,
    status,
  }))
  const { demo, signUp } = args.context.environment
  return { name: person?.name ?? null, organizations, notice, demo, byInvitation: signUp === 'invited' }
}

export default function Welcome() {
  const { name, organizations, notice, demo, byInvitation } = useLoaderData<typeof loader>()
  return (
    <>
      {notice && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {name === null ? (
        <Introduction demo={demo} byInvitation={byInvitation} />
      ) : organizations.length > 0 ? (
        <YourOrganizations organizations={organizations} />
      ) : (
        <FirstSteps name={name} />
      )}
    </>
  )
}
