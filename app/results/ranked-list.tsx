import type { RankedItem } from './ranked-items.ts'
import { ItemLink } from './reason-list.tsx'

/** The strongest and the weakest items, side by side where there is room. */
export function RankedLists({
  strongest,
  weakest,
}: {
  strongest: readonly RankedItem[]
  weakest: readonly RankedItem[]
}) {
  const none = 'All answered items are at the same level.'
  return (
    <section className="results-section results-pair" aria-label="Strongest and weakest items">
      <div>
        <h2>Strongest items</h2>
        {strongest.length > 0 ? <RankedList items={strongest} /> : <p>{none}</p>}
      </div>
      <div>
        <h2>Weakest items</h2>
        {weakest.length > 0 ? <RankedList items={weakest} /> : <p>{none}</p>}
      </div>
    </section>
  )
}

function RankedList({ items }: { items: readonly RankedItem[] }) {
  return (
    <ul className="next-items">
      {items.map((item) => (
        <li key={item.id}>
          <ItemLink item={item} />
          <span className="next-items__aside">
            Level {item.level}, {item.domain}
          </span>
        </li>
      ))}
    </ul>
  )
}
