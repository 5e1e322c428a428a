interface Props {
  caption: string
  columns: readonly string[]
  /** What is counted first, then the counts. */
  rows: readonly (readonly [string, ...number[]])[]
}

/** A small table of counts. */
export function CountsTable({ caption, columns, rows }: Props) {
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked">
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
        {rows.map(([name, ...counts], row) => (
          // Two rows may begin alike.
          <tr key={row}>
            <th scope="row">{name}</th>
            {counts.map((count, at) => (
              <td key={at} data-label={columns[at + 1]}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
