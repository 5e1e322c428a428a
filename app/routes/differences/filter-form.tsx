import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { gapFilters, stateFilters } from './filters.ts'
import { useSteps } from './steps.ts'

const gapWords: Record<(typeof gapFilters)[number], string> = {
  any: 'Any',
  wide: 'Two levels or more',
  one: 'One level',
  other: 'Not applicable or no answer on one side',
}
const stateWords: Record<(typeof stateFilters)[number], string> = {
  any: 'Any',
  unsettled: 'Not settled yet',
  'waits-for-you': 'Waits for you',
  'waits-for-them': 'Waits for the other side',
  settled: 'Settled',
  'not-agreed': 'Not agreed',
  same: 'Agreed already',
}

/** Which items the list shows: kept in the address, so that it can be shared and come back to. */
export function FilterForm() {
  const { page, talk } = useSteps()
  const { domain, gap, state } = talk.filters
  return (
    <Form
      method="get"
      action={`/assessments/${page.assessment.id}/differences`}
      className="talk-filters"
      preventScrollReset
      key={`${domain} ${gap} ${state}`}
    >
      <Choose name="domain" label="Domain" value={domain}>
        <option value="">All</option>
        {talk.domains.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Choose>
      <Choose name="gap" label="Difference" value={gap}>
        {gapFilters.map((one) => (
          <option key={one} value={one}>
            {gapWords[one]}
          </option>
        ))}
      </Choose>
      <Choose name="state" label="State" value={state}>
        {stateFilters.map((one) => (
          <option key={one} value={one}>
            {stateWords[one]}
          </option>
        ))}
      </Choose>
      <button type="submit" className="usa-button usa-button--outline">
        Show
      </button>
    </Form>
  )
}

interface ChooseProps {
  name: string
  label: string
  value: string
  children: ReactNode
}

function Choose({ name, label, value, children }: ChooseProps) {
  const id = `filter-${name}`
  return (
    <div className="talk-filters__field">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <select className="usa-select" id={id} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  )
}
