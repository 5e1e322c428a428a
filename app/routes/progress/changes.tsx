import type { ChangeRow, ChangesView, OutcomeGroup } from '#app/results/changes-view.ts'

interface Props {
  changes: ChangesView
  /** "the last time" */
  which: string
}

/** What changed since an earlier round, domain by domain and item by item, computed on those two rounds. */
export function Changes({ changes, which }: Props) {
  const id = `since-${which.replace(/\W+/g, '-')}`
  return (
    <section className="results-section" aria-labelledby={id}>
      <h2 id={id}>
        What changed since {changes.since}, {which}
      </h2>
      <p className="results__facts">{changes.basis}</p>
      <table className="usa-table usa-table--borderless chart-table changes-table">
        <caption className="usa-sr-only">Change of each domain since {changes.since}, in points</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col" className="chart-table__number">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.domains.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Row row={changes.overall} />
        </tfoot>
      </table>
      <h3>Item by item</h3>
      {changes.groups.map((group) => (
        <Group key={group.outcome} group={group} />
      ))}
    </section>
  )
}

function Row({ row: { title, change, basis } }: { row: ChangeRow }) {
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="chart-table__basis">{basis}</span>
      </th>
      <td className="chart-table__number">{change}</td>
    </tr>
  )
}

function Group({ group: { title, items } }: { group: OutcomeGroup }) {
  return (
    <details className="fold fold--telling">
      <summary>{title}</summary>
      <ul className="item-changes">
        {items.map(({ id, question, domain, levels }) => (
          <li key={id}>
            {question}
            <span className="next-items__aside">
              {domain}
              {levels && `, ${levels}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
