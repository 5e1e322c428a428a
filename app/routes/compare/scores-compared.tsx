import type { CompareView, ScoreChangeRow } from '#app/results/compare-view.ts'

/** Both rounds' scores, and the like-for-like change with what it stands on. */
export function ScoresCompared({ view: { older, newer, overall, domains } }: { view: CompareView }) {
  const columns = [older.label, newer.label, 'Change, like for like']
  return (
    <section className="results-section" aria-labelledby="scores">
      <h2 id="scores">Scores side by side</h2>
      <p className="results__facts">
        Each score is that of its own round, under its own version. The change is taken on the items that both
        rounds share, so it may differ from the difference of the two scores.
      </p>
      <table className="usa-table usa-table--borderless chart-table chart-table--narrow compare-table compare-table--scores">
        <caption className="usa-sr-only">
          Scores of {older.label} and {newer.label}, and the change like for like
        </caption>
        <thead>
          <tr>
            {['Domain', ...columns].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {domains.map((row) => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
        <tfoot>
          <Row row={overall} columns={columns} />
        </tfoot>
      </table>
    </section>
  )
}

function Row({ row, columns }: { row: ScoreChangeRow; columns: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{row.title}</th>
      <td data-label={columns[0]}>{row.older}</td>
      <td data-label={columns[1]}>{row.newer}</td>
      <td data-label={columns[2]}>
        {row.change}
        <span className="chart-table__basis">{row.basis}</span>
      </td>
    </tr>
  )
}
