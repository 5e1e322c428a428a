import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { describedBy } from '#app/accounts/text-input.tsx'
import { Alert } from '#app/components/alert.tsx'
import { ContributorBoxes } from '#app/components/contributor-boxes.tsx'
import { Field } from '#app/components/field.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { NewData } from './load-new.server.ts'
import { CarryChoice } from './carry-choice.tsx'
import { nobodyElse } from './new-assessment-schema.ts'
import { PartnerChoice } from './partner-choice.tsx'
import { QuestionnaireChoice } from './questionnaire-choice.tsx'

interface Props {
  data: NewData
  lastResult: SubmissionResult | undefined
}

/** Starting an assessment: which questionnaire, the as-of date, who rates it too, who contributes. */
export function StartForm({ data, lastResult }: Props) {
  const available = data.questionnaires.filter(({ open }) => !open)
  return (
    <div className="start-form">
      <PageHeading
        title="Start an assessment"
        above={[{ label: data.agency.name, to: `/organizations/${data.agency.id}` }]}
      />
      {data.questionnaires
        .filter(({ open }) => open)
        .map(({ slug, title, open }) => (
          <Alert tone="info" key={slug}>
            An assessment with {title} is open already, as of {open?.asOf}.{' '}
            <Link to={`/assessments/${open?.id ?? ''}`}>Go on with it</Link>
          </Alert>
        ))}
      {data.questionnaires.length === 0 && (
        <Alert tone="info">No questionnaire is on offer here. Ask whoever runs this site.</Alert>
      )}
      {(available.length > 0 || lastResult) && (
        <FormBody data={data} questionnaires={available} lastResult={lastResult} />
      )}
    </div>
  )
}

interface BodyProps extends Props {
  questionnaires: NewData['questionnaires']
}

function FormBody({ data, questionnaires, lastResult }: BodyProps) {
  const only = questionnaires.length === 1 ? questionnaires[0] : undefined
  const [form, fields] = useForm({
    id: 'start',
    lastResult: lastResult ?? null,
    defaultValue: {
      questionnaire: only ? `${only.slug}@${only.version}` : undefined,
      asOf: data.bounds.last,
      carry: 'all',
      partner: data.partners.length === 1 ? data.partners[0]?.partnershipId : nobodyElse,
      contributor: data.people.map(({ personId }) => personId),
    },
  })
  const chosen = fields.contributor.initialValue
  return (
    <Form
      method="post"
      className="big-form"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
      <FormFaults errors={form.errors} />
      <QuestionnaireChoice
        name={fields.questionnaire.name}
        errors={fields.questionnaire.errors}
        chosen={fields.questionnaire.initialValue ?? ''}
        questionnaires={questionnaires}
      />
      <Field
        id={fields.asOf.id}
        label="As-of date"
        required
        hint="The day that the answers are true for. Usually today; at most five years back."
        errors={fields.asOf.errors}
      >
        <input
          className={fields.asOf.errors ? 'usa-input usa-input--error' : 'usa-input'}
          id={fields.asOf.id}
          name={fields.asOf.name}
          key={fields.asOf.key}
          type="date"
          required
          min={data.bounds.first}
          max={data.bounds.last}
          defaultValue={fields.asOf.initialValue}
          aria-invalid={fields.asOf.errors ? true : undefined}
          aria-describedby={describedBy(fields.asOf, true)}
        />
      </Field>
      <CarryChoice
        name={fields.carry.name}
        errors={fields.carry.errors}
        chosen={fields.carry.initialValue ?? 'all'}
        questionnaires={questionnaires}
      />
      <PartnerChoice
        agencyId={data.agency.id}
        partners={data.partners}
        name={fields.partner.name}
        errors={fields.partner.errors}
        chosen={fields.partner.initialValue ?? nobodyElse}
      />
      <ContributorBoxes legend="Who contributes" people={data.people} chosen={contributorsIn(chosen)} />
      <button type="submit" className="usa-button usa-button--big">
        Start the assessment
      </button>
    </Form>
  )
}

/** Conform keeps one ticked box as text and several as a list. */
function contributorsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}
