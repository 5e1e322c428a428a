import { Form } from '@remix-run/react'

/** The rounds that can be chosen, and those that are. */
export interface Choosing {
  questionnaires: { slug: string; title: string; rounds: { id: string; label: string }[] }[]
  chosen: { from: string; to: string }
}

/** Two lists of rounds and a button; what is chosen goes into the address. */
export function ChooseRounds({ questionnaires, chosen }: Choosing) {
  return (
    <Form method="get" className="choose-rounds no-print" aria-label="Choose two rounds">
      <Choice name="from" label="Compare" questionnaires={questionnaires} chosen={chosen.from} />
      <Choice name="to" label="With" questionnaires={questionnaires} chosen={chosen.to} />
      <button className="usa-button usa-button--outline" type="submit">
        Compare these two
      </button>
    </Form>
  )
}

interface ChoiceProps extends Pick<Choosing, 'questionnaires'> {
  name: 'from' | 'to'
  label: string
  chosen: string
}

function Choice({ name, label, questionnaires, chosen }: ChoiceProps) {
  const id = `round-${name}`
  const options = (rounds: ChoiceProps['questionnaires'][number]['rounds']) =>
    rounds.map((round) => (
      <option key={round.id} value={round.id}>
        {round.label}
      </option>
    ))
  const [only] = questionnaires
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <select key={chosen} className="usa-select" id={id} name={name} defaultValue={chosen}>
        {only && questionnaires.length === 1
          ? options(only.rounds)
          : questionnaires.map(({ slug, title, rounds }) => (
              <optgroup key={slug} label={title}>
                {options(rounds)}
              </optgroup>
            ))}
      </select>
    </div>
  )
}
