import { Form } from '@remix-run/react'
import type { FiguresData } from './load-figures.server.ts'

/** Chooses the period and the cut-off date; both are in the address. */
export function PeriodForm({ data: { given, kept, offered } }: { data: FiguresData }) {
  return (
    <Form method="get" className="filter-form" aria-label="Period" key={JSON.stringify(given)}>
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="filter-form__fields">
        <div>
          <label className="usa-label" htmlFor="period">
            Period
          </label>
          <select className="usa-select" id="period" name="period" defaultValue={given.period}>
            <option value="">The past twelve months</option>
            {offered.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <DateField name="from" label="Or from" value={given.from} />
        <DateField name="to" label="to" value={given.to} />
        <DateField
          name="cutoff"
          label="Known by"
          value={given.cutoff}
          hint="Leaves out what became final later, so that an earlier report can be made again."
        />
      </div>
      <p className="filter-form__buttons">
        <button className="usa-button usa-button--outline">Show</button>
      </p>
    </Form>
  )
}

interface DateFieldProps {
  name: string
  label: string
  value: string
  hint?: string
}

function DateField({ name, label, value, hint }: DateFieldProps) {
  return (
    <div>
      <label className="usa-label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <div className="usa-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      <input
        className="usa-input"
        type="date"
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
    </div>
  )
}
