interface Props {
  caption: string
  columns: readonly string[]
  /** The first cell of each row heads it. */
  rows: readonly { id: string; cells: readonly string[] }[]
}

/** A table of words that stacks its cells where the window is narrow. */
export function ChartlessTable({ caption, columns, rows }: Props) {
  const [, ...named] = columns
  return (
    <table className="chart-table talk-table">
      <caption className="usa-sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [head, ...cells] }) => (
          <tr key={id}>
            <th scope="row">{head}</th>
            {cells.map((cell, at) => (
              <td key={named[at]} data-label={named[at]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
