import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { ReasonField } from '#app/components/reason-field.tsx'
import type { Above } from '#app/way-up.ts'

interface Props {
  data: { id: string; asOf: string; above: readonly Above[]; final: boolean; coReviewed: boolean }
  lastResult: SubmissionResult | undefined
}

/** Reopening a final assessment, with a reason. */
export function ReopenForm({ data, lastResult }: Props) {
  const path = `/assessments/${data.id}`
  return (
    <div className="page__narrow">
      <PageHeading title="Reopen this assessment" above={data.above}>
        <p>As of {data.asOf}.</p>
      </PageHeading>
      {data.final || lastResult ? (
        <ReasonForm coReviewed={data.coReviewed} lastResult={lastResult} />
      ) : (
        <Alert tone="info">
          This assessment is open already. <Link to={path}>Go to its overview</Link>
        </Alert>
      )}
    </div>
  )
}

interface ReasonProps {
  coReviewed: boolean
  lastResult: SubmissionResult | undefined
}

function ReasonForm({ coReviewed, lastResult }: ReasonProps) {
  const [form, fields] = useForm<{ reason: string; confirmedPrivate?: string }>({
    id: 'reopen',
    lastResult: lastResult ?? null,
  })
  const { reason, confirmedPrivate } = fields
  return (
    <Form
      method="post"
      className="big-form"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
      <FormFaults errors={form.errors} />
      <p>
        {coReviewed
          ? 'Both sides can change what they agreed, until both have signed anew; their own answers stay locked, and the signatures no longer hold. The partner is told.'
          : 'Answers can be changed again until it is submitted anew.'}{' '}
        Meanwhile its latest final copy counts everywhere and is marked as being revised. Every copy stays
        readable.
      </p>
      <ReasonField
        field={reason}
        confirm={confirmedPrivate}
        label="Why do you reopen it?"
        hint={`Everyone in the agency ${coReviewed ? 'and its partner ' : ''}can read this. Write nothing about a person in crisis.`}
      />
      <button type="submit" className="usa-button usa-button--big">
        Reopen
      </button>
    </Form>
  )
}
