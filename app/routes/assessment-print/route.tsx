import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { PrintedDomain } from '#app/questionnaires/printed-domain.tsx'
import { loadPrint, type PrintPage } from './load-print.server.ts'

export const meta: MetaFunction = () => [{ title: 'Print with answers – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, version, ...asking } = await findAllowedAssessment(args, 'assessment.read')
  return loadPrint(args.context, assessment, version, asking)
}

export default function AssessmentPrint() {
  const { heading, above, facts, domains, levels, both, carried, responses } = useLoaderData<
    typeof loader
  >() as PrintPage
  return (
    <div className="printed">
      <PageHeading title={heading} above={above}>
        {facts.map((fact) => (
          <p key={fact} className="printed-facts">
            {fact}
          </p>
        ))}
        <PrintButton />
      </PageHeading>
      {domains.map((domain) => (
        <PrintedDomain
          key={domain.id}
          domain={domain}
          levels={levels}
          responses={responses}
          both={both}
          carried={carried}
        />
      ))}
    </div>
  )
}
