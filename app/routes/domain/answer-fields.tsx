import type { ReactNode } from 'react'
import type { GiveAnswer } from './draft.ts'
import { faultsIn, Faults } from './faults.tsx'
import type { DomainPage } from './load-domain.server.ts'
import { OptionTiles, type Option } from './option-tiles.tsx'
import { SpecialAnswers } from './special-answers.tsx'
import { TypedField } from './typed-field.tsx'
import type { ItemView } from './use-answers.ts'

interface Props {
  view: ItemView
  page: DomainPage
  answer: GiveAnswer
  /** The reason that was typed last, also if another answer was chosen since. */
  reason: string
  mayChange: boolean
}

/** The question and all ways to answer it. */
export function AnswerFields({ view, page, answer, reason, mayChange }: Props) {
  const { item } = view
  const faults = faultsIn(view, 'value', '')
  return (
    <fieldset className="answer" disabled={!mayChange} aria-describedby={describedBy(item.id, faults)}>
      <legend className="answer__legend">
        <h2 id={`${item.id}-question`}>{item.question}</h2>
      </legend>
      <Faults id={`${item.id}-faults`} faults={faults} />
      {answersOf(view, page, answer)}
      <SpecialAnswers view={view} page={page} answer={answer} reason={reason} />
    </fieldset>
  )
}

const describedBy = (id: string, faults: readonly string[]) =>
  faults.length > 0 ? `${id}-faults` : undefined

function answersOf(view: ItemView, page: DomainPage, answer: GiveAnswer): ReactNode {
  const { item } = view
  switch (item.kind) {
    case 'level':
      return (
        <OptionTiles
          view={view}
          answer={answer}
          options={page.levels.map(({ value, label }) => ({
            value,
            field: String(value),
            label: `${value} · ${label}`,
            description: item.anchors[String(value)],
          }))}
        />
      )
    case 'yes-no':
      return <OptionTiles view={view} answer={answer} options={yesNo} />
    case 'choice':
    case 'choices':
      return (
        <OptionTiles
          view={view}
          answer={answer}
          options={item.options.map(({ id, label }) => ({ value: id, field: id, label }))}
        />
      )
    case 'number':
    case 'text':
    case 'date':
      return <TypedField view={view} item={item} answer={answer} />
  }
}

const yesNo: Option[] = [
  { value: true, field: 'yes', label: 'Yes' },
  { value: false, field: 'no', label: 'No' },
]
