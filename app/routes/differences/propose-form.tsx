import { choices, stepFields } from '#app/reconciling/step-fields.ts'
import { notAgreedWords } from './answer-proposal.tsx'
import type { ItemDetail } from './item-view.ts'
import { NoteField } from './note-field.tsx'
import { SendButton, StepForm } from './step-form.tsx'
import { useSteps } from './steps.ts'

const intent = 'proposed'

/** Proposing what both settle on: a level, also one that neither chose, not applicable, or not agreed. */
export function ProposeForm({ item }: { item: ItemDetail }) {
  const { talk } = useSteps()
  const { proposal, agreed } = item
  const title = proposal
    ? proposal.own
      ? 'Change the proposal'
      : 'Counter with another proposal'
    : agreed
      ? 'Propose something else'
      : 'Propose what both settle on'
  return (
    <StepForm
      intent={intent}
      itemId={item.id}
      hidden={{ [stepFields.seen]: item.movedAt }}
      className="propose"
    >
      <fieldset className="usa-fieldset">
        <legend className="propose__legend">{title}</legend>
        <div className="propose__levels">
          {talk.levels.map(({ value, label }) => (
            <Choice key={value} value={String(value)} label={`${value} · ${label}`} />
          ))}
        </div>
        {item.notApplicable && <NotApplicable />}
        <Choice value={choices.notAgreed} label="Close it as not agreed" hint={notAgreedWords(item)} />
      </fieldset>
      <NoteField
        id="propose-note"
        intent={intent}
        label="Note"
        required={false}
        hint={
          item.needsNote
            ? 'Say why. The sides are two levels or more apart: without a note this can’t be accepted. No information about a person in crisis.'
            : 'Say why, if it isn’t plain. No information about a person in crisis.'
        }
      />
      <SendButton intent={intent} outline={Boolean(proposal && !proposal.own)}>
        {proposal && !proposal.own ? 'Send the counter-proposal' : 'Propose'}
      </SendButton>
    </StepForm>
  )
}

function Choice({ value, label, hint }: { value: string; label: string; hint?: string }) {
  const { problem } = useSteps()
  const id = `choice-${value}`
  const before = problem?.intent === intent && problem.fields[stepFields.choice] === value
  return (
    <div className="usa-radio propose__choice">
      <input
        type="radio"
        id={id}
        name={stepFields.choice}
        value={value}
        required
        defaultChecked={before}
        className="usa-radio__input"
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id} className="usa-radio__label">
        {label}
      </label>
      {hint && (
        <p className="usa-hint propose__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

function NotApplicable() {
  const { problem, talk } = useSteps()
  const before = problem?.intent === intent ? problem.fields[stepFields.reason] : undefined
  return (
    <div className="propose__not-applicable">
      <Choice value={choices.notApplicable} label="Not applicable" />
      <div className="propose__reason">
        <label className="usa-label" htmlFor="propose-reason">
          Why it does not apply
        </label>
        <input
          className="usa-input"
          id="propose-reason"
          name={stepFields.reason}
          maxLength={talk.limits.reason}
          defaultValue={before}
        />
      </div>
    </div>
  )
}
