import { useRef } from 'react'
import { itemWords } from '#app/saving/saving-words.ts'
import { AnswerFields } from './answer-fields.tsx'
import { CarriedNotice } from './carried-notice.tsx'
import { needsSomething } from './counts-as-missing.ts'
import { answerWith, draftStatus, type Draft, type GiveAnswer } from './draft.ts'
import { ItemNotice } from './item-notice.tsx'
import { fieldNames } from './form-fields.ts'
import { ItemHelp } from './item-help.tsx'
import { ItemNotes } from './item-notes.tsx'
import type { DomainPage } from './load-domain.server.ts'
import { marksOf } from './move-on.ts'
import { pace, type Answers, type ItemView } from './use-answers.ts'
import { useItemKeys, useLeftField } from './use-item-keys.ts'

interface Props {
  view: ItemView
  page: DomainPage
  answers: Answers
  mayChange: boolean
}

/** One question; what only the agency answers is told to the partner and not asked. */
export function ItemCard(props: Props) {
  return props.view.asked ? <AskedItem {...props} /> : <ItemOfAgency {...props} />
}

function ItemOfAgency({ view: { item, number }, page }: Props) {
  return (
    <section id={item.id} tabIndex={-1} aria-labelledby={`${item.id}-question`} className="item">
      <p className="item__marks">
        <span>Item {number}</span>
      </p>
      <h2 id={`${item.id}-question`} className="item__unasked">
        {item.question}
      </h2>
      <p>Only {page.assessment.agencyName} answers this item.</p>
    </section>
  )
}

/** What is asked: its answers, what helps to choose, the note and links, and whether it is saved. */
function AskedItem({ view, page, answers, mayChange }: Props) {
  const { item, number, marks, mine, mayLeaveOut, draft } = view
  const card = useRef<HTMLElement>(null)
  const reason = useRef('')
  if (draft.notApplicable !== undefined) reason.current = draft.notApplicable
  const give = (next: Draft, delay: number) => answers.give(view, next, delay)
  const answer: GiveAnswer = (next, delay = pace.choice) => give(answerWith(draft, next), delay)
  useItemKeys(card, item, mayChange ? { answer, reason: reason.current } : null)
  useLeftField(card, () => answers.saver?.hurry(item.id))
  return (
    <section
      id={item.id}
      ref={card}
      tabIndex={-1}
      aria-labelledby={`${item.id}-question`}
      className="item"
      {...marksOf.needs(needsSomething(view))}
    >
      <p className="item__marks">
        <span>Item {number}</span>
        {mine && <span className="item__mine">Yours to answer</span>}
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
      {mayLeaveOut && (
        <p className="item__optional">
          You may leave this item out: then the answer of {page.assessment.agencyName} stands.
        </p>
      )}
      <AnswerFields view={view} page={page} answer={answer} reason={reason.current} mayChange={mayChange} />
      <CarriedNotice view={view} page={page} confirm={mayChange ? () => give(draft, 0) : null} />
      <ItemNotice view={view} page={page} saver={answers.saver} />
      <ItemHelp view={view} />
      <ItemNotes view={view} page={page} give={give} mayChange={mayChange} />
      <ItemFoot view={view} page={page} mayChange={mayChange} clear={() => answer({})} />
      {mayChange && <input type="hidden" name={fieldNames(item.id).revision} value={baseOf(view)} />}
    </section>
  )
}

/** What a form without JavaScript stands on; sent again after a conflict or a move, on what the page shows. */
function baseOf({ entry, current }: ItemView): number {
  if (entry?.hold?.kind === 'conflict') return entry.hold.current.revision
  if (entry?.hold?.kind === 'moved') return current.revision
  return entry?.base ?? current.revision
}

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
  // What somebody answers is on its way at once; in a preview it goes nowhere.
  const onlyTried = state === 'none' && draftStatus(draft) !== 'unanswered'
  return (
    <div className="item__foot">
      <p className={`item__state item__state--${state}`}>
        {onlyTried ? 'Not saved: this is a preview' : itemWords[state]}
        {state === 'saved' && current.by !== '' && (
          <span className="item__by">
            {' '}
            by {current.by}, {current.at}
          </span>
        )}
      </p>
      {saved && (
        <a href={`/assessments/${page.assessment.id}/items/${item.id}/history`}>
          History<span className="usa-sr-only"> of item {view.number}</span>
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
          Clear answer<span className="usa-sr-only"> of item {view.number}</span>
        </button>
      )}
    </div>
  )
}
