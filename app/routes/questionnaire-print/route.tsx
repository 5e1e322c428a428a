import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { allow } from '#app/context.server.ts'
import { findVersion } from '#app/questionnaires/find-version.server.ts'
import { PrintedDomain } from '#app/questionnaires/printed-domain.tsx'
import { readable } from '#app/questionnaires/readable.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Print ${data?.questionnaire.title ?? 'a questionnaire'} – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)
  return { questionnaire: readable(findVersion(args.context, args.params).questionnaire) }
}

export default function QuestionnairePrint() {
  const { questionnaire } = useLoaderData<typeof loader>()
  const { slug, version, title, levels, whenInDoubt, domains, draft } = questionnaire
  return (
    <div className="printed">
      <PageHeading title={title} above={[{ label: title, to: `/questionnaires/${slug}/${version}` }]}>
        <p>
          Version {version}
          {draft && ', a draft'}. To be filled in by hand; a page for each domain.
        </p>
        <PrintButton />
        <p className="printed-line-field">
          Agency: <span className="printed-line" />
        </p>
        <p className="printed-line-field">
          As of: <span className="printed-line" />
        </p>
        <p>{whenInDoubt}</p>
        <p>No information about a person in crisis belongs here.</p>
      </PageHeading>
      {domains.map((domain) => (
        <PrintedDomain key={domain.id} domain={domain} levels={levels} />
      ))}
    </div>
  )
}
