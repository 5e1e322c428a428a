import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvFile } from '#app/exporting/csv-file.ts'
import type { Cell, Column, Row } from '#assessments/exporting/cell.ts'
import { unguardText } from '#assessments/exporting/formula-guard.ts'
import { responseColumns, responseRows } from '#assessments/exporting/response-rows.ts'
import { exportable } from '#tests/support/exportables.ts'
import { bytesOf } from '#tests/support/file-bytes.ts'

const columns: Column[] = ['first', 'second'].map((name) => ({
  name,
  type: 'text',
  description: 'It.',
  width: 9,
}))

async function textOf(rows: Row[], head = columns): Promise<string> {
  const { bytes } = await bytesOf(csvFile({ columns: head, rows }))
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

/** As an independent parser reads it. */
const parsed = (text: string) =>
  Papa.parse<string[]>(text.slice(1).replace(/\r\n$/, ''), { newline: '\r\n' }).data

describe('csvFile', () => {
  test('writes a byte-order mark, the header and a line for each row, each ended by CRLF', async () => {
    expect(
      await textOf([
        ['a', 1],
        [null, true],
      ]),
    ).toBe('\uFEFFfirst,second\r\na,1\r\n,true\r\n')
  })

  test('quotes what holds a comma, a quote or a line break', async () => {
    expect(await textOf([['a,b', 'a"b']])).toContain('"a,b","a""b"\r\n')
    expect(await textOf([['a\nb', 'a\rb']])).toContain('"a\nb","a\rb"\r\n')
  })

  test('guards text that looks like a formula, and leaves negative numbers numbers', async () => {
    expect(await textOf([['-1', -1]])).toContain("'-1,-1\r\n")
    expect(await textOf([['=1+1', { date: '2026-03-01' }]])).toContain("'=1+1,2026-03-01\r\n")
  })

  test('guards headers too', async () => {
    const head = columns.map((column) => ({ ...column, name: `=${column.name}` }))
    expect(await textOf([], head)).toBe("\uFEFF'=first,'=second\r\n")
  })

  test('is read by an independent parser as it was written, whatever the text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', ',', '\r\n', '\n', "'=", '=', '\uFEFF'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (rows) => {
        const read = parsed(await textOf(rows)).slice(1)
        expect(read.map((row) => row.map(unguardText))).toEqual(rows)
      }),
    )
  })

  test('writes every response of an assessment', async () => {
    const rows = [...responseRows(exportable())]
    const read = parsed(await textOf(rows, [...responseColumns]))
    const asText = (cell: Cell) =>
      cell === null ? '' : typeof cell === 'object' ? Object.values(cell)[0] : String(cell)
    expect(read[0]).toEqual(responseColumns.map(({ name }) => name))
    expect(read.slice(1).map((row) => row.map(unguardText))).toEqual(rows.map((row) => row.map(asText)))
  })

  test('tells how many rows there were, without the header', async () => {
    expect(
      (
        await bytesOf(
          csvFile({
            columns,
            rows: [
              ['a', 'b'],
              ['c', 'd'],
            ],
          }),
        )
      ).rows,
    ).toBe(2)
  })

  test('asks for rows only as fast as they are taken, and closes them where nobody takes more', async () => {
    let [made, closed] = [0, false]
    function* endless(): Generator<Row> {
      try {
        for (;;) yield [String((made += 1)), 'x'.repeat(100)]
      } finally {
        closed = true
      }
    }
    const file = csvFile({ columns, rows: endless() })
    await file.next()
    expect(made).toBeLessThan(1000)
    await file.return(0)
    expect(closed).toBe(true)
  })
})
