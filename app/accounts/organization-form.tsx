import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { OrganizationKind } from '#assessments/access.ts'
import { agencyTypes, sizeBands } from '#db/words.ts'
import { FormFaults } from './form-faults.tsx'
import { agencyTypeWords, sizeBandWords } from './organization-words.ts'
import { RadioInput } from './radio-input.tsx'
import { SelectInput } from './select-input.tsx'
import { states, timeZones } from './states.ts'
import { TextInput } from './text-input.tsx'

/** A profile as the form holds it: text alone. */
export interface ProfileValues {
  name: string
  state: string
  county: string
  timeZone: string
  agencyType: string
  ori: string
  sizeBand: string
  reassessMonths: string
  retentionYears: string
}

interface Props {
  kind: OrganizationKind
  lastResult: SubmissionResult | null | undefined
  current?: ProfileValues
  submit: string
  cancel?: string
}

const stateOptions = states.map(({ code, name }) => ({ value: code, label: name }))
const zoneOptions = timeZones.map(({ id, label }) => ({ value: id, label }))

/** The list, with what the organization has at its top where the list doesn't offer it. */
function including(options: { value: string; label: string }[], value: string | undefined) {
  return !value || options.some((option) => option.value === value)
    ? options
    : [{ value, label: value }, ...options]
}

const nameHints: Record<OrganizationKind, string> = {
  agency: 'As it is known in public.',
  partner: 'As it is known in public.',
  program: 'The office or provider, as agencies know it.',
}

/** The profile of an organization, to create it or to change it. */
export function OrganizationForm({ kind, lastResult, current, submit, cancel }: Props) {
  const [form, fields] = useForm<ProfileValues>({
    id: 'profile',
    lastResult,
    defaultValue: current ?? { reassessMonths: '12' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="usa-form usa-form--large organization-form">
      <FormFaults errors={form.errors} />
      <input type="hidden" name="kind" value={kind} />
      <TextInput
        field={fields.name}
        label={kind === 'agency' ? 'Name of the agency' : `Name of the ${kind}`}
        hint={nameHints[kind]}
        maxLength={120}
        autoComplete="organization"
      />
      {kind === 'agency' && (
        <SelectInput
          field={fields.agencyType}
          label="Type of agency"
          empty="Choose a type"
          options={agencyTypes.map((value) => ({ value, label: agencyTypeWords[value] }))}
        />
      )}
      <SelectInput
        field={fields.state}
        label="State or territory"
        empty="Choose a state"
        options={including(stateOptions, current?.state)}
      />
      <TextInput
        field={fields.county}
        label="County"
        hint="Or the parish, borough or city that stands for it. The main one, if there are several."
        maxLength={100}
      />
      {kind === 'agency' && (
        <>
          <SelectInput
            field={fields.sizeBand}
            label="Full-time sworn officers"
            empty="Choose a size"
            options={sizeBands.map((value) => ({ value, label: sizeBandWords[value] }))}
          />
          <TextInput
            field={fields.ori}
            label="ORI"
            hint="The nine characters by which the FBI knows your agency, such as WN0123400. Leave it empty if you don’t know it."
            required={false}
            maxLength={13}
          />
          <RadioInput
            field={fields.reassessMonths}
            legend="When do you want to assess again?"
            options={[
              { value: '6', label: 'After 6 months' },
              { value: '12', label: 'After 12 months' },
            ]}
          />
        </>
      )}
      {kind === 'agency' && current && (
        <TextInput
          field={fields.retentionYears}
          label="After how many years do assessments expire?"
          hint="From 1 to 30; left empty, everything is kept. An assessment whose as-of date is older is deleted for good, with its answers and results. The newest final one stays, and the agency’s page tells coordinators 30 days before."
          required={false}
          inputMode="numeric"
          maxLength={2}
        />
      )}
      <SelectInput
        field={fields.timeZone}
        label="Time zone"
        required={Boolean(current)}
        {...(current ? {} : { empty: 'As in most of the state' })}
        options={including(zoneOptions, current?.timeZone)}
      />
      <button type="submit" className="usa-button">
        {submit}
      </button>
      {cancel && (
        <p>
          <Link to={cancel}>Cancel</Link>
        </p>
      )}
    </Form>
  )
}
