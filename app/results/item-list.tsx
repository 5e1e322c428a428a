import { ResponseNotes, ResponseValue } from '../components/response-value.tsx'
import type { Level } from '#assessments/questionnaire.ts'
import { BothAnswers } from '../components/both-answers.tsx'
import { settledSentence } from '../settled-words.ts'
import { responseOf, type BothGiven, type ItemView, type LevelItemView } from './item-view.ts'
import { NotAgreedMark } from './not-agreed.tsx'
import { itemAnchor } from './reason-list.tsx'

const statusWords: Record<Exclude<ItemView['status'], 'answered'>, string> = {
  'not-applicable': 'Not applicable',
  'dont-know': 'Don’t know (counts as unanswered)',
  'not-reconfirmed': 'Copied and not reconfirmed (counts as unanswered)',
  unanswered: 'Not answered',
  hidden: 'Not asked: it depends on another answer. It does not count.',
}

interface Props {
  items: readonly ItemView[]
  levels: readonly Level[]
}

/** Every item of a domain with its level, anchor, note and evidence. */
export function ItemList({ items, levels }: Props) {
  return (
    <ol className="result-items">
      {items.map((item) => (
        <li key={item.id} id={itemAnchor(item.id)} className="result-item">
          <p className="result-item__question">
            {item.question}
            <NotAgreedMark id={item.id} />
            {item.kind === 'level' && item.passes !== null && (
              <span className="usa-tag result-item__must">Must-have</span>
            )}
          </p>
          {item.kind === 'level' ? (
            <LevelAnswer item={item} />
          ) : item.status === 'hidden' ? (
            <p>{statusWords.hidden}</p>
          ) : (
            <ResponseValue item={item.item} levels={levels} response={responseOf(item.given)} />
          )}
          {item.kind === 'context' && <p className="result-item__aside">Context, not scored.</p>}
          <ResponseNotes response={responseOf(item.given)} />
          {item.both && <Sides both={item.both} levels={levels} />}
        </li>
      ))}
    </ol>
  )
}

function LevelAnswer({ item }: { item: LevelItemView }) {
  if (item.status !== 'answered' || !item.level) {
    return (
      <p className="result-item__none">
        {item.status === 'answered' ? statusWords.unanswered : statusWords[item.status]}
        {item.status === 'not-applicable' && item.given.reason !== null && (
          <>
            : <span className="typed-text">{item.given.reason}</span>
          </>
        )}
      </p>
    )
  }
  const below = item.passes !== null && item.level.value < item.passes
  return (
    <>
      <p className="result-item__level">
        <strong>
          Level {item.level.value}: {item.level.label}
        </strong>
        {below && (
          <span className="result-item__below">
            <span aria-hidden="true">▼</span> Below level {item.passes}, which passes
          </span>
        )}
      </p>
      {item.anchor !== null && <p className="result-item__anchor">{item.anchor}</p>}
    </>
  )
}

/** How the answer that counts came about, and what each side answered by itself. */
function Sides({ both, levels }: { both: BothGiven; levels: readonly Level[] }) {
  const own = (given: BothGiven['agency']) => given && responseOf(given)
  const [agency, partner] = [own(both.agency), own(both.partner)]
  const alone = both.how === 'agency-only'
  const said = [agency, partner].some((one) => one?.note !== undefined || one?.evidence !== undefined)
  if (alone && (!partner || Object.keys(partner).length === 0)) {
    return <p className="result-item__aside">Agency only.</p>
  }
  if (both.how === 'same' && !said) return <p className="result-item__aside">{settledSentence('same')}</p>
  return (
    <>
      <p className="result-item__aside">
        {alone ? 'Agency only; the partner’s own answer does not count.' : settledSentence(both.how)}
      </p>
      <BothAnswers item={both.item} levels={levels} {...(!alone && { agency })} partner={partner} />
    </>
  )
}
