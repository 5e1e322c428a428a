import { WideTable } from '../charts/wide-table.tsx'
import type { DifferenceRow, DifferenceView } from './difference-view.ts'

/** What the differences of two rounds' scores are made of, by domain. */
export function DifferenceTable({ difference }: { difference: DifferenceView }) {
  const { older, newer, columns, overall, domains } = difference
  const caption = `What the differences between ${older.label} and ${newer.label} are made of, in points`
  return (
    <WideTable label={caption}>
      <table className="usa-table usa-table--borderless chart-table difference-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            {[older.label, newer.label, 'Difference', ...columns].map((column) => (
              <th key={column} scope="col" className="chart-table__number">
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
    </WideTable>
  )
}

function Row({ row, columns }: { row: DifferenceRow; columns: readonly string[] }) {
  const { title, older, newer, difference, parts } = row
  return (
    <tr>
      <th scope="row">{title}</th>
      {[older, newer, difference].map((number, index) => (
        <td key={index} className="chart-table__number">
          {number}
        </td>
      ))}
      {parts ? (
        parts.map((part, index) => (
          <td key={columns[index]} className="chart-table__number">
            {part}
          </td>
        ))
      ) : (
        <td colSpan={columns.length} className="chart-table__number">
          {difference === '–' ? 'no difference to split' : 'too little in common to split it'}
        </td>
      )}
    </tr>
  )
}
