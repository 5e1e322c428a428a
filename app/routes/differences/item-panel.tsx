import { Link } from '@remix-run/react'
import { useRef } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { AnswerProposal } from './answer-proposal.tsx'
import { BothSides } from './both-sides.tsx'
import { searchFor } from './filters.ts'
import type { ItemDetail } from './item-view.ts'
import { ProposeForm } from './propose-form.tsx'
import { Scale } from './scale.tsx'
import { StateTag } from './state-tag.tsx'
import { useSteps } from './steps.ts'
import { Thread } from './thread.tsx'
import { useItemText } from './use-item-text.ts'

/** One item: both sides on one scale, what was said, and what can be done about it. */
export function ItemPanel({ item }: { item: ItemDetail }) {
  const { page, talk } = useSteps()
  const body = useRef<HTMLDivElement>(null)
  const owner = { personId: talk.personId, assessmentId: page.assessment.id }
  const { news, forget, typed } = useItemText(body, item, owner)
  const mayTalk = talk.maySettle && item.state !== 'agency-only'
  const names = { agency: page.assessment.agencyName, partner: page.assessment.partnerName ?? 'Partner' }
  return (
    <div ref={body} onInput={typed} className="talk-item">
      <header>
        <AllItems />
        <p className="talk-item__marks">
          <span>{item.domain}</span>
          {item.marks.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
          <StateTag state={item.state} />
        </p>
        <h2 id="talk-item-question">{item.question}</h2>
        <p className="talk-item__width">
          {item.width}
          {item.needsNote && item.agreed === null && '. A note is needed before it can be settled.'}
        </p>
      </header>
      {news && (
        <Alert tone="info" live>
          <p>
            {news.sentences.join(' ')} {news.textKept && 'What you typed is still here.'}{' '}
            <button type="button" className="usa-button usa-button--unstyled" onClick={forget}>
              Got it
            </button>
          </p>
        </Alert>
      )}
      <AnswerProposal item={item} maySettle={mayTalk} />
      {item.agreed && <AgreedPanel agreed={item.agreed} />}
      {item.state === 'hidden' && (
        <p className="talk__hint">
          What is agreed on another item hides this one, so that it does not count and needs no agreement.
        </p>
      )}
      <Scale item={item} />
      <BothSides item={item} names={names} />
      {mayTalk && item.state !== 'hidden' && <ProposeForm item={item} />}
      {item.kind !== 'agency-only' && <Thread item={item} maySettle={mayTalk} />}
      <ItemSteps />
    </div>
  )
}

const how = {
  'agency-only': 'The agency’s answer stands: the partner was not asked, or left it out.',
  same: 'Both sides said the same. It is agreed already, and you can still propose something else.',
  settled: 'Both sides agreed on this.',
  'not-agreed': 'Closed as not agreed: the lower level counts, and it is marked wherever it appears.',
}

function AgreedPanel({ agreed }: { agreed: NonNullable<ItemDetail['agreed']> }) {
  return (
    <section className="agreed" aria-labelledby="agreed">
      <h3 id="agreed">
        {agreed.how === 'not-agreed'
          ? 'Not agreed: counts as'
          : agreed.how === 'agency-only'
            ? 'Agency only:'
            : 'Agreed:'}{' '}
        {agreed.words}
      </h3>
      <p>{how[agreed.how]}</p>
      {agreed.reason !== null && <p className="typed-text">{agreed.reason}</p>}
      {agreed.note !== null && <p className="typed-text">{agreed.note}</p>}
    </section>
  )
}

function ItemSteps() {
  const { talk } = useSteps()
  const { around, filters } = talk
  const to = (id: string) => ({ search: searchFor(filters, id), hash: `#${id}` })
  return (
    <nav className="talk-item__steps" aria-label="Items">
      {around.previous && (
        <Link to={to(around.previous)} preventScrollReset className="usa-button usa-button--outline">
          Previous
        </Link>
      )}
      {around.next && (
        <Link to={to(around.next)} preventScrollReset className="usa-button usa-button--outline">
          Next
        </Link>
      )}
      <AllItems />
    </nav>
  )
}

/** On a small screen, where the list makes room for the item. */
function AllItems() {
  const { talk } = useSteps()
  return (
    <Link className="talk-item__all" to={{ search: searchFor(talk.filters), hash: '#items' }}>
      All items
    </Link>
  )
}
