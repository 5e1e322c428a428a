import { Link } from '@remix-run/react'
import { searchFor } from './filters.ts'
import type { Row } from './list-view.ts'
import { StateTag } from './state-tag.tsx'
import { useSteps } from './steps.ts'

const groups = [
  { id: 'differences', title: 'Differences, widest first', holds: (row: Row) => row.differs },
  { id: 'same', title: 'Agreed already', holds: (row: Row) => row.difference.kind === 'same' },
  { id: 'agency-only', title: 'Agency only', holds: (row: Row) => row.difference.kind === 'agency-only' },
]

/** The items, each a link that opens it. */
export function TalkList() {
  const { talk } = useSteps()
  return (
    <nav id="items" className="talk-list" aria-labelledby="items-heading">
      <h2 id="items-heading">
        {talk.rows.length === talk.total ? 'All items' : `${talk.rows.length} of ${talk.total} items`}
      </h2>
      {talk.rows.length === 0 && <p>No item fits what you filter by.</p>}
      {groups.map(({ id, title, holds }) => (
        <Group key={id} title={title} rows={talk.rows.filter(holds)} />
      ))}
    </nav>
  )
}

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { talk } = useSteps()
  if (rows.length === 0) return null
  return (
    <>
      <h3>
        {title} ({rows.length})
      </h3>
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              to={{ search: searchFor(talk.filters, row.id), hash: `#${row.id}` }}
              preventScrollReset
              className="talk-row"
              aria-current={row.id === talk.item?.id ? 'true' : undefined}
            >
              <span className="talk-row__question">{row.question}</span>
              <Standings row={row} />
              <StateTag state={row.state} />
              {row.comments > 0 && (
                <span className="talk-row__comments">
                  {row.comments} {row.comments === 1 ? 'comment' : 'comments'}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}

function Standings({ row: { standings, difference } }: { row: Row }) {
  const short = (words: string) => words.split(' · ')[0]
  if (difference.kind === 'agency-only') {
    return <span className="talk-row__standings">Agency {short(standings.agency)}</span>
  }
  return (
    <span className="talk-row__standings">
      <span aria-hidden="true">● </span>Agency {short(standings.agency)}
      <span aria-hidden="true"> ◆ </span>
      <span className="usa-sr-only">, </span>Partner {short(standings.partner)}
    </span>
  )
}
