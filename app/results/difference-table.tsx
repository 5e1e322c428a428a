import { WideTable } from '../charts/wide-table.tsx'
import type { DifferenceRow, DifferenceView } from './difference-view.ts'

/** What the differences of two rounds' scores are made of, by domain. */
export function DifferenceTable({ difference }: { difference: DifferenceView }) {
  const { older, newer, columns, overall, domains } = difference
  const caption = `What the differences between ${older.label} and ${newer.label} are made of, in points`
  const numbers = [older.label, newer.label, 'Difference']
  return (
    <WideTable label={caption}>
      <table className="usa-table usa-table--borderless chart-table chart-table--narrow">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            {[...numbers, ...columns].map((column) => (
              <th key={column} scope="col" className="chart-table__number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {domains.map((row) => (
            <Row key={row.id} row={row} numbers={numbers} columns={columns} />
          ))}
        </tbody>
        <tfoot>
          <Row row={overall} numbers={numbers} columns={columns} />
        </tfoot>
      </table>
    </WideTable>
  )
}

interface RowProps {
  row: DifferenceRow
  /** The names of the columns before the parts, and of the parts. */
  numbers: readonly string[]
  columns: readonly string[]
}

function Row({ row, numbers, columns }: RowProps) {
  const { title, older, newer, difference, parts } = row
  return (
    <tr>
      <th scope="row">{title}</th>
      {[older, newer, difference].map((number, index) => (
        <td key={numbers[index]} data-label={numbers[index]} className="chart-table__number">
          {number}
        </td>
      ))}
      {parts ? (
        parts.map((part, index) => (
          <td key={columns[index]} data-label={columns[index]} className="chart-table__number">
            {part}
          </td>
        ))
      ) : (
        <td colSpan={columns.length} data-label="Parts" className="chart-table__number">
          {difference === '–' ? 'no difference to split' : 'too little in common to split it'}
        </td>
      )}
    </tr>
  )
}
