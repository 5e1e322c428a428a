import { type GiveAnswer, isRadio } from './draft.ts'
import { Faults, faultsIn } from './faults.tsx'
import { fieldNames, special } from './form-fields.ts'
import type { DomainPage } from './load-domain.server.ts'
import { pace, type ItemView } from './use-answers.ts'

interface Props {
  view: ItemView
  page: DomainPage
  answer: GiveAnswer
  reason: string
}

/** *Don't know*, and where it makes sense *not applicable* with its reason. */
export function SpecialAnswers({ view, page, answer, reason }: Props) {
  const { item, draft } = view
  const notApplicable = draft.notApplicable !== undefined
  return (
    <>
      <div className="tiles tiles--special">
        <SpecialTile
          view={view}
          value={special.dontKnow}
          label="Don’t know"
          checked={draft.dontKnow === true}
          onChoose={(checked) => answer(checked ? { dontKnow: true } : {})}
        />
        {item.notApplicable && (
          <SpecialTile
            view={view}
            value={special.notApplicable}
            label="Not applicable"
            checked={notApplicable}
            onChoose={(checked) => answer(checked ? { notApplicable: reason } : {})}
          />
        )}
      </div>
      {item.notApplicable && <Reason view={view} page={page} answer={answer} />}
    </>
  )
}

interface TileProps {
  view: ItemView
  value: string
  label: string
  checked: boolean
  onChoose: (checked: boolean) => void
}

/** Beside radio buttons it is one of them; beside a field, a box to tick. */
function SpecialTile({ view: { item }, value, label, checked, onChoose }: TileProps) {
  const type = isRadio(item) ? 'radio' : 'checkbox'
  const id = `${item.id}-${value.slice(1)}`
  return (
    <div className={`usa-${type} tile`}>
      <input
        type={type}
        id={id}
        name={fieldNames(item.id).answer}
        value={value}
        className={`usa-${type}__input tile__input`}
        checked={checked}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <label htmlFor={id} className={`usa-${type}__label tile__label`}>
        <span className="tile__name">{label}</span>
      </label>
    </div>
  )
}

/** Out of sight until *not applicable* is chosen: the style sheet looks for that, so that no script is needed. */
function Reason({ view, page, answer }: Omit<Props, 'reason'>) {
  const { item, draft, state } = view
  const id = `${item.id}-reason`
  const faults = faultsIn(view, 'notApplicable')
  const missing = draft.notApplicable?.trim() === '' && state === 'unfinished'
  return (
    <div className="reason">
      <label className="usa-label" htmlFor={id}>
        Why does it not apply?
      </label>
      <p className="usa-hint" id={`${id}-hint`}>
        A sentence is enough, up to {page.limits.reason} characters.
        {missing && ' The answer is saved once there is a reason.'}
      </p>
      <Faults id={`${id}-faults`} faults={faults} />
      <textarea
        id={id}
        name={fieldNames(item.id).reason}
        data-reason=""
        rows={2}
        className="usa-textarea reason__text"
        aria-describedby={`${id}-hint${faults.length > 0 ? ` ${id}-faults` : ''}`}
        aria-invalid={faults.length > 0 || undefined}
        value={draft.notApplicable ?? ''}
        onChange={(event) => answer({ notApplicable: event.currentTarget.value }, pace.typing)}
      />
    </div>
  )
}
