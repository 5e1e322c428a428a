import type { Item } from '#assessments/item.ts'
import { formatDate } from '#app/format.ts'
import type { GiveAnswer } from './draft.ts'
import { fieldNames, fieldValue } from './form-fields.ts'
import { pace, type ItemView } from './use-answers.ts'

type TypedItem = Extract<Item, { kind: 'number' | 'text' | 'date' }>

interface Props {
  view: ItemView
  item: TypedItem
  answer: GiveAnswer
}

/** A number, a text or a date; saved while it is typed. */
export function TypedField({ view: { draft, entry }, item, answer }: Props) {
  const id = `${item.id}-value`
  const text = draft.value === undefined ? '' : fieldValue(draft.value)
  const common = {
    id,
    name: fieldNames(item.id).answer,
    value: text,
    'aria-labelledby': `${item.id}-question`,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': entry?.hold?.kind === 'faults' || undefined,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      answer(currentTarget.value === '' ? {} : { value: currentTarget.value }, pace.typing),
  }
  return (
    <div className="typed-field">
      <p className="usa-hint" id={`${id}-hint`}>
        {hintFor(item)}
      </p>
      {item.kind === 'text' && <textarea {...common} rows={4} className="usa-textarea typed-field__text" />}
      {item.kind === 'date' && (
        <input {...common} type="date" min={item.minimum} max={item.maximum} className="usa-input" />
      )}
      {item.kind === 'number' && (
        <div className="typed-field__number">
          <input
            {...common}
            type="text"
            inputMode={item.decimals > 0 ? 'decimal' : 'numeric'}
            className="usa-input"
          />
          <span>{item.unit}</span>
        </div>
      )}
    </div>
  )
}

const numbers = new Intl.NumberFormat('en-US')

function hintFor(item: TypedItem): string {
  if (item.kind === 'text') return `Up to ${numbers.format(item.maximumLength)} characters.`
  if (item.kind === 'number') {
    const whole = item.decimals === 0 ? 'A whole number' : 'A number'
    return `${whole} from ${numbers.format(item.minimum)} to ${numbers.format(item.maximum)}.`
  }
  const { minimum, maximum } = item
  if (minimum && maximum) return `From ${formatDate(minimum)} to ${formatDate(maximum)}.`
  if (minimum) return `${formatDate(minimum)} or later.`
  return maximum ? `${formatDate(maximum)} or earlier.` : 'A date.'
}
