import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { loadPartner } from '#app/choosing-partner/load-partner.server.ts'
import { PartnerSection } from '#app/choosing-partner/partner-section.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { wayUp } from '#app/way-up.ts'
import { choose } from './choose.server.ts'

export const meta: MetaFunction = () => [{ title: 'Partner – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, ...asking } = await findAllowedAssessment(args, 'assessment.choose-partner')
  return {
    partner: await loadPartner(args.context, assessment, asking),
    above: wayUp(assessment, asking.side),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, person } = await findAllowedAssessment(args, 'assessment.choose-partner')
  return choose(args.context, assessment, person, await readForm(args.request))
}

export default function AssessmentPartner() {
  const { partner, above } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()?.fault
  return (
    <div className="page__narrow">
      <PageHeading title="Partner" above={above} />
      {!partner.mayChoose && <FormFaults errors={fault ? [fault] : []} />}
      <PartnerSection partner={partner} fault={fault} />
    </div>
  )
}
