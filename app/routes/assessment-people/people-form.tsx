import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { ContributorBoxes } from '#app/components/contributor-boxes.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { assigneeField } from './field-names.ts'
import type { PeopleData } from './load-people.server.ts'

interface Props {
  data: PeopleData
  fault: string | null
}

/** Who contributes to an assessment, and which domains and items are whose. */
export function PeopleForm({ data, fault }: Props) {
  const { assessment, people, contributors } = data
  return (
    <div className="people-form">
      <PageHeading title="Who contributes" above={data.above}>
        <p className="usa-intro">
          Everyone who may answer for {assessment.organization} can answer every item. Assigning says who
          should: they see those items first.
        </p>
      </PageHeading>
      <FormFaults errors={fault ? [fault] : undefined} />
      {data.locked ? (
        <Alert tone="info">{data.locked} Nothing is assigned in it any more.</Alert>
      ) : (
        <Form method="post" className="big-form">
          <ContributorBoxes legend="Asked to contribute" people={people} chosen={contributors} />
          <fieldset className="usa-fieldset usa-form-group">
            <legend className="usa-legend usa-legend--large">Assign domains and items</legend>
            <p className="usa-hint">Whoever is assigned something is asked to contribute too.</p>
            {data.domains.map((domain) => (
              <DomainAssignment key={domain.id} domain={domain} data={data} />
            ))}
          </fieldset>
          <button type="submit" className="usa-button usa-button--big">
            Save
          </button>
        </Form>
      )}
    </div>
  )
}

type Domain = PeopleData['domains'][number]

function DomainAssignment({ domain, data }: { domain: Domain; data: PeopleData }) {
  const single = domain.items.filter(({ id }) => data.assignees[id]).length
  return (
    <div className="people-form__domain">
      <PersonSelect target={domain.id} label={domain.title} empty="Nobody in particular" data={data} />
      <details>
        <summary>
          Single items of {domain.title}
          {single > 0 && ` (${single} assigned)`}
        </summary>
        {domain.items.map(({ id, question }) => (
          <PersonSelect key={id} target={id} label={question} empty="As the domain" data={data} />
        ))}
      </details>
    </div>
  )
}

interface SelectProps {
  target: string
  label: string
  empty: string
  data: PeopleData
}

function PersonSelect({ target, label, empty, data }: SelectProps) {
  const id = `assign-${target}`
  return (
    <>
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <select
        className="usa-select"
        id={id}
        name={assigneeField(target)}
        defaultValue={data.assignees[target] ?? ''}
      >
        <option value="">{empty}</option>
        {data.people.map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}
