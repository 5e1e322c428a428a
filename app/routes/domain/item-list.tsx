import { draftStatus } from './draft.ts'
import { countsAsMissing } from './counts-as-missing.ts'
import type { DomainPage } from './load-domain.server.ts'
import type { ItemView } from './use-answers.ts'

interface Props {
  page: DomainPage
  views: readonly ItemView[]
}

/** The domain's questions at a glance: what is answered and what isn't, one's own first. */
export function ItemList({ views }: Props) {
  const asked = views.filter((view) => view.asked)
  const mine = asked.filter((view) => view.mine)
  const others = asked.filter((view) => !view.mine)
  const answered = asked.filter(({ draft }) => draftStatus(draft) === 'answered')
  const missing = asked.filter(countsAsMissing)
  return (
    <nav aria-labelledby="item-list" className="item-list">
      <h2 id="item-list">
        {answered.length} of {answered.length + missing.length} answered
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
      {views.map((view) => {
        const { item, number } = view
        const { mark, words } = markOf(view)
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
  'not-reconfirmed': { name: 'open', sign: '↺', words: 'not reconfirmed' },
  unanswered: { name: 'open', sign: '○', words: 'unanswered' },
} as const

const leftOut = { name: 'done', sign: '–', words: 'may be left out' } as const

function markOf({ draft, state, mayLeaveOut }: ItemView) {
  const status = draftStatus(draft)
  const mark = mayLeaveOut && status === 'unanswered' ? leftOut : marks[status]
  if (state !== 'needs-you' && state !== 'unfinished') return { mark, words: mark.words }
  return { mark: { name: 'trouble', sign: '!' } as const, words: `${mark.words}, not saved` }
}
