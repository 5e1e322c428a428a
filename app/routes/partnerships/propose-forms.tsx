import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { otherSide } from '#assessments/access.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { TextInput } from '#app/accounts/text-input.tsx'
import { sideWords } from '#app/partnerships/partnership-words.ts'
import { FindForm, FoundList } from './find-possible.tsx'
import type { PartnershipsPage } from './load-partnerships.server.ts'

interface Props {
  page: PartnershipsPage
  answer: { form: string; lastResult: SubmissionResult } | null
}

/** Proposes a partnership: to an organization that is here, or by mail to one that isn't. */
export function ProposeForms({ page, answer }: Props) {
  const { organization, side, possible, mails } = page
  const other = sideWords[otherSide(side)]
  const resultOf = (form: string) => (answer?.form === form ? answer.lastResult : null)
  const refused = Object.values(resultOf('propose')?.error ?? {}).flatMap((errors) => errors ?? [])
  const someAreHere = possible !== null && (possible.total > 0 || possible.find !== '')
  return (
    <section className="page-section" aria-labelledby="propose-heading">
      <h2 id="propose-heading">Propose a partnership</h2>
      {someAreHere && (
        <>
          <h3 id="find">With an organization that is here</h3>
          <FormFaults errors={refused} />
          <FindForm organizationId={organization.id} find={possible.find} other={other.one} />
          <FoundList possible={possible} others={other.many} />
          <h3 id="by-mail">With one that isn’t here yet</h3>
        </>
      )}
      <MailForm other={other.one} mails={mails} lastResult={resultOf('mail')} />
    </section>
  )
}

interface MailProps {
  other: string
  mails: boolean
  lastResult: SubmissionResult | null
}

function MailForm({ other, mails, lastResult }: MailProps) {
  const [form, fields] = useForm<{ email: string }>({ id: 'mail', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large">
      <FormFaults errors={form.errors} />
      <TextInput
        field={fields.email}
        label="Email address of somebody there"
        hint={
          mails
            ? `We send them a link that works for 30 days. They sign up, enter their organization as ${other}, and accept or decline.`
            : `This site sends no mail: you get a link to hand over. It works for 30 days. They sign up, enter their organization as ${other}, and accept or decline.`
        }
        type="email"
        autoComplete="off"
      />
      <button type="submit" className="usa-button usa-button--outline" name="intent" value="mail">
        {mails ? 'Send the proposal' : 'Make a link'}
      </button>
    </Form>
  )
}
