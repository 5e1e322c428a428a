import { WideTable } from './wide-table.tsx'

/** One item in one round. */
export interface HeatCell {
  /** The level, or null where none was chosen. */
  level: number | null
  /** From 1, the lowest level, to 5, the highest: how dark the cell is. */
  tint: 1 | 2 | 3 | 4 | 5 | null
  /** What stands in the cell: "4", "n/a", "?". */
  mark: string
  /** What it means, for whoever can't see the tint: "4 · Mostly in place", "not applicable". */
  words: string
}

export interface HeatRow {
  id: string
  question: string
  /** One for each round. */
  cells: HeatCell[]
  /** "+1 improved", "same", … */
  change: string
}

export interface HeatGroup {
  title: string
  rows: HeatRow[]
}

interface Props {
  caption: string
  rounds: readonly string[]
  groups: readonly HeatGroup[]
  /** The heading of the column of changes, or null where there is one round only. */
  since: string | null
}

/** Items × rounds as a table: every level is a number in its cell, and the tint only repeats it. */
export function HeatMap({ caption, rounds, groups, since }: Props) {
  return (
    <WideTable label={caption}>
      <table className="heat-map">
        <caption className="usa-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            {rounds.map((round) => (
              <th key={round} scope="col" className="heat-map__round">
                {round}
              </th>
            ))}
            {since && (
              <th scope="col" className="heat-map__change">
                {since}
              </th>
            )}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" className="heat-map__group" colSpan={rounds.length + (since ? 2 : 1)}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.id} row={row} withChange={since !== null} />
            ))}
          </tbody>
        ))}
      </table>
    </WideTable>
  )
}

function Row({ row, withChange }: { row: HeatRow; withChange: boolean }) {
  return (
    <tr>
      <th scope="row" className="heat-map__item">
        {row.question}
      </th>
      {row.cells.map(({ tint, mark, words }, index) => (
        <td key={index} className={`heat-map__cell heat-map__cell--${tint ?? 'none'}`}>
          <span aria-hidden="true">{mark}</span>
          <span className="usa-sr-only">{words}</span>
        </td>
      ))}
      {withChange && <td className="heat-map__change">{row.change}</td>}
    </tr>
  )
}
