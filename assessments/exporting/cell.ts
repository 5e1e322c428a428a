/** What one cell of an exported table holds; null where it is empty. A moment is ISO 8601 text, UTC. */
export type Cell = string | number | boolean | null | { date: string } | { moment: string }

/** One row of an exported table, a cell for each column. */
export type Row = readonly Cell[]

/** What the cells of a column are. An `answer` is of the type that the item's kind has. */
export type ColumnType = 'text' | 'number' | 'whole number' | 'yes or no' | 'date' | 'moment' | 'answer'

/** What a column is, for its header and the data dictionary. */
export interface Column {
  /** Stable for ever; lower-case words joined by underscores. */
  name: string
  type: ColumnType
  /** One sentence or two for whoever reads the file. */
  description: string
  /** In characters, for sheets. */
  width: number
}

/** A column that knows its cell of whatever a row is made of. */
export interface ColumnOf<Source> extends Column {
  of: (source: Source) => Cell
}

/** The row that these columns make of a source. */
export function rowOf<Source>(columns: readonly ColumnOf<Source>[], source: Source): Row {
  return columns.map((column) => column.of(source))
}

/** A table to be written: its columns, and its rows as they come. */
export interface Table {
  columns: readonly Column[]
  rows: AsyncIterable<Row> | Iterable<Row>
}
