import type { AnswerValue } from '#assessments/response.ts'
import type { GiveAnswer } from './draft.ts'
import { fieldNames } from './form-fields.ts'
import type { ItemView } from './use-answers.ts'

export interface Option {
  value: AnswerValue
  /** What stands for the value in the form. */
  field: string
  label: string
  /** A level's anchor. */
  description?: string | undefined
}

interface Props {
  view: ItemView
  options: readonly Option[]
  answer: GiveAnswer
}

/** Options as large targets, each with all of its text: one of them, or for `choices` any of them. */
export function OptionTiles({ view: { item, draft }, options, answer }: Props) {
  const several = item.kind === 'choices'
  const ticked = (field: string) => (Array.isArray(draft.value) ? draft.value.includes(field) : false)
  const toggle = (field: string) => {
    const chosen = options.map((option) => option.field).filter((one) => ticked(one) !== (one === field))
    answer({ value: chosen })
  }
  const type = several ? 'checkbox' : 'radio'
  return (
    <div className="tiles">
      {options.map(({ value, field, label, description }) => (
        <div key={field} className={`usa-${type} tile`}>
          <input
            type={type}
            id={`${item.id}-${field}`}
            name={fieldNames(item.id).answer}
            value={field}
            data-answer=""
            className={`usa-${type}__input tile__input`}
            checked={several ? ticked(field) : draft.value === value}
            onChange={() => (several ? toggle(field) : answer({ value }))}
          />
          <label htmlFor={`${item.id}-${field}`} className={`usa-${type}__label tile__label`}>
            <span className="tile__name">{label}</span>
            {description !== undefined && <span className="tile__anchor">{description}</span>}
          </label>
        </div>
      ))}
    </div>
  )
}
