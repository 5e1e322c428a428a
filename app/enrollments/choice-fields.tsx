import { sharingSteps, type SharingStep } from '#assessments/sharing.ts'
import { neverSeen, notesInWords, stepsInWords } from './sharing-words.ts'

interface Props {
  /** Tells the inputs of several forms on a page apart. */
  id: string
  program: string
  /** What is chosen so far; null where nothing is yet. */
  chosen: { step: SharingStep; notes: boolean } | null
}

/** The choice of what to share: each step with what the program sees by it, and what it never sees. */
export function ChoiceFields({ id, program, chosen }: Props) {
  return (
    <>
      <fieldset className="usa-fieldset sharing-choice">
        <legend className="usa-legend">What {program} sees. Each choice includes those above it.</legend>
        {sharingSteps.map((step) => (
          <div className="usa-radio" key={step}>
            <input
              className="usa-radio__input usa-radio__input--tile"
              type="radio"
              id={`${id}-${step}`}
              name="step"
              value={step}
              required
              defaultChecked={chosen?.step === step}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${step}`}>
              {stepsInWords[step].label}
              <span className="usa-radio__label-description">{stepsInWords[step].sees}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <div className="usa-checkbox sharing-choice__notes">
        <input
          className="usa-checkbox__input usa-checkbox__input--tile"
          type="checkbox"
          id={`${id}-notes`}
          name="notes"
          defaultChecked={chosen?.notes}
        />
        <label className="usa-checkbox__label" htmlFor={`${id}-notes`}>
          With answers, notes too
          <span className="usa-checkbox__label-description">
            {notesInWords} Without “Answers”, this changes nothing.
          </span>
        </label>
      </div>
    </>
  )
}

/** What no choice shows. */
export function NeverSeen() {
  return (
    <>
      <p>No program ever sees, whatever you choose:</p>
      <ul>
        {neverSeen.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </>
  )
}
