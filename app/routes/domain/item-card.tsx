import { useRef } from 'react'
import { itemWords } from '#app/saving/saving-words.ts'
import { AnswerFields } from './answer-fields.tsx'
import { answerWith, draftStatus, type Draft } from './draft.ts'
import { ItemNotice } from './item-notice.tsx'
import { fieldNames } from './form-fields.ts'
import { ItemHelp } from './item-help.tsx'
import { ItemNotes } from './item-notes.tsx'
import type { DomainPage } from './load-domain.server.ts'
import { pace, type Answers, type ItemView } from './use-answers.ts'
import { useItemKeys } from './use-item-keys.ts'

interface Props {
  view: ItemView
  page: DomainPage
  answers: Answers
  mayChange: boolean
}

/** One question: its answers, what helps to choose, the note and links, and whether it is saved. */
export function ItemCard({ view, page, answers, mayChange }: Props) {
  const { item, number, marks, mine, draft } = view
  const card = useRef<HTMLElement>(null)
  const lastReason = useRef('')
  if (draft.notApplicable) lastReason.current = draft.notApplicable
  const give = (next: Draft, delay: number) => answers.give(view, next, delay)
  const answer = (next: Pick<Draft, 'value' | 'notApplicable' | 'dontKnow'>, delay: number = pace.choice) =>
    give(answerWith(draft, next.notApplicable === '' ? { notApplicable: lastReason.current } : next), delay)
  useItemKeys(card, item, mayChange ? answer : null)
  return (
    <section id={item.id} ref={card} tabIndex={-1} aria-labelledby={`${item.id}-question`} className="item">
      <p className="item__marks">
        <span>Question {number}</span>
        {mine && <span className="item__mine">Yours to answer</span>}
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
      <AnswerFields view={view} page={page} answer={answer} mayChange={mayChange} />
      <ItemNotice view={view} page={page} saver={answers.saver} />
      <ItemHelp view={view} />
      <ItemNotes view={view} page={page} give={give} mayChange={mayChange} />
      <ItemFoot view={view} page={page} mayChange={mayChange} clear={() => answer({})} />
      {mayChange && (
        <input
          type="hidden"
          name={fieldNames(item.id).revision}
          value={view.entry?.hold?.kind === 'conflict' ? view.current.revision : baseOf(view)}
        />
      )}
    </section>
  )
}

const baseOf = ({ entry, current }: ItemView) => entry?.base ?? current.revision

interface FootProps {
  view: ItemView
  page: DomainPage
  mayChange: boolean
  clear: () => void
}

/** Whether the answer is saved, by whom and when; and the way to take it back. */
function ItemFoot({ view, page, mayChange, clear }: FootProps) {
  const { item, current, state, draft } = view
  const saved = current.revision > 0
  return (
    <div className="item__foot">
      <p className={`item__state item__state--${state}`}>
        {itemWords[state]}
        {state === 'saved' && current.by !== '' && (
          <span className="item__by">
            {' '}
            by {current.by}, {current.at}
          </span>
        )}
      </p>
      {saved && (
        <a href={`/assessments/${page.assessment.id}/items/${item.id}/history`}>
          History<span className="usa-sr-only"> of question {view.number}</span>
        </a>
      )}
      {mayChange && draftStatus(draft) !== 'unanswered' && (
        <button
          type="submit"
          name="clear"
          value={item.id}
          className="usa-button usa-button--unstyled"
          onClick={(event) => {
            event.preventDefault()
            clear()
          }}
        >
          Clear answer<span className="usa-sr-only"> of question {view.number}</span>
        </button>
      )}
    </div>
  )
}
