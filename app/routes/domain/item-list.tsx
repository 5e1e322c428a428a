import { type ItemState } from '#app/saving/saving-words.ts'
import { draftStatus, type DraftStatus } from './draft.ts'
import type { DomainPage } from './load-domain.server.ts'
import type { ItemView } from './use-answers.ts'

interface Props {
  page: DomainPage
  views: readonly ItemView[]
}

/** The domain's questions at a glance: what is answered and what isn't, one's own first. */
export function ItemList({ views }: Props) {
  const mine = views.filter((view) => view.mine)
  const others = views.filter((view) => !view.mine)
  const applicable = views.filter(({ draft }) => draftStatus(draft) !== 'not-applicable')
  const answered = applicable.filter(({ draft }) => draftStatus(draft) === 'answered')
  return (
    <nav aria-labelledby="item-list" className="item-list">
      <h2 id="item-list">
        {answered.length} of {applicable.length} answered
      </h2>
      {mine.length > 0 && <h3>Yours to answer</h3>}
      <Links views={mine} />
      {mine.length > 0 && others.length > 0 && <h3>Others</h3>}
      <Links views={others} />
    </nav>
  )
}

function Links({ views }: { views: readonly ItemView[] }) {
  if (views.length === 0) return null
  return (
    <ol className="item-list__items">
      {views.map(({ item, number, draft, state }) => {
        const { mark, words } = markOf(draftStatus(draft), state)
        return (
          <li key={item.id}>
            <a href={`#${item.id}`} className={`item-link item-link--${mark.name}`}>
              <span className="item-link__mark" aria-hidden="true">
                {mark.sign}
              </span>
              <span className="item-link__number">{number}</span>
              <span className="item-link__question">{item.question}</span>
              <span className="usa-sr-only"> ({words})</span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}

const marks = {
  answered: { name: 'done', sign: '✓', words: 'answered' },
  'not-applicable': { name: 'done', sign: '–', words: 'not applicable' },
  'dont-know': { name: 'open', sign: '?', words: 'unanswered: don’t know' },
  unanswered: { name: 'open', sign: '○', words: 'unanswered' },
} as const

function markOf(status: DraftStatus, state: ItemState) {
  const mark = marks[status]
  if (state !== 'needs-you' && state !== 'unfinished') return { mark, words: mark.words }
  return { mark: { name: 'trouble', sign: '!' } as const, words: `${mark.words}, not saved` }
}
