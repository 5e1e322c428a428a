import type { CompareView, NamedRound } from '#app/results/compare-view.ts'
import type { ComparedGroup, ComparedItem } from '#app/results/item-comparisons.ts'

/** Every scored item of either round: both levels, what came of it, and what versions did to it in between. */
export function ItemsCompared({ view: { older, newer, counts, items } }: { view: CompareView }) {
  return (
    <section className="results-section" aria-labelledby="items">
      <h2 id="items">Item by item</h2>
      <p className="results__facts">Every scored item of either round:</p>
      <ul className="results__facts">
        {counts.map((count) => (
          <li key={count}>{count}</li>
        ))}
      </ul>
      {items.map((group) => (
        <Domain key={group.id} group={group} older={older} newer={newer} />
      ))}
    </section>
  )
}

function Domain({ group, older, newer }: { group: ComparedGroup; older: NamedRound; newer: NamedRound }) {
  const columns = [older.label, newer.label, 'What came of it']
  return (
    <>
      <h3 id={`items-${group.id}`}>{group.title}</h3>
      <table
        className="usa-table usa-table--borderless chart-table chart-table--narrow compare-table"
        aria-labelledby={`items-${group.id}`}
      >
        <thead>
          <tr>
            {['Item', ...columns].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.items.map((item) => (
            <Item key={`${item.outcome} ${item.id}`} item={item} columns={columns} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Item({ item, columns }: { item: ComparedItem; columns: readonly string[] }) {
  const { question, formerly, older, newer, outcomeWords, outcome, steps } = item
  const moved = outcome === 'improved' || outcome === 'declined'
  return (
    <tr>
      <th scope="row">
        {question}
        {formerly !== null && (
          <span className="compare-table__formerly">
            In {columns[0]}: “{formerly}”
          </span>
        )}
        {steps.map(({ what, why }) => (
          <span key={what} className="compare-table__step">
            {what} {why}
          </span>
        ))}
      </th>
      <td data-label={columns[0]}>{older}</td>
      <td data-label={columns[1]}>{newer}</td>
      <td data-label={columns[2]}>{moved ? <strong>{outcomeWords}</strong> : outcomeWords}</td>
    </tr>
  )
}
