import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { exportWorkbook } from '#app/exporting/xlsx/export-workbook.server.ts'
import { dayOfSerial, serialOf } from '#app/exporting/xlsx/serial.ts'
import { columnLetters } from '#app/exporting/xlsx/sheet-xml.ts'
import { mostRows, TooManyRows, tooManyRows, xlsxFile } from '#app/exporting/xlsx/xlsx-file.server.ts'
import { cellXml, textOfCell } from '#app/exporting/xlsx/xml-text.ts'
import type { Cell, Column, Row } from '#assessments/exporting/cell.ts'
import { unguardText } from '#assessments/exporting/formula-guard.ts'
import { responseColumns, responseRows } from '#assessments/exporting/response-rows.ts'
import { scoreRows } from '#assessments/exporting/score-rows.ts'
import { exportable } from '#tests/support/exportables.ts'
import { bytesOf } from '#tests/support/file-bytes.ts'
import { zipEntries } from '#tests/support/zip-entries.ts'

const columns: Column[] = [
  { name: '=first', type: 'text', description: 'It.', width: 12 },
  { name: 'second', type: 'answer', description: 'It.', width: 30 },
]
const oneSheet = (rows: Row[]) =>
  xlsxFile([{ name: 'Data', table: { columns, rows }, rowCount: rows.length, isData: true }])
const sheetOf = async (rows: Row[]) =>
  zipEntries((await bytesOf(oneSheet(rows))).bytes)['xl/worksheets/sheet1.xml'] ?? ''

function workbook() {
  const [responses, scores] = [[...responseRows(exportable())], [...scoreRows(exportable())]]
  return exportWorkbook({
    about: [['Made', 'March 1, 2026']],
    tables: {
      responses: { rows: responses, rowCount: responses.length },
      scores: { rows: scores, rowCount: scores.length },
    },
  })
}

describe('exportWorkbook', () => {
  test('is read by an independent reader, with a sheet for each table and real types', async () => {
    const { bytes, rows } = await bytesOf(workbook())
    const sheets = await readXlsxFile(bytes)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Responses', 'Scores', 'Data dictionary'])
    expect(sheets[0]?.data.map(([name]) => name)).toEqual([
      'about',
      'Made',
      'How to read it',
      'Versions',
      'Not co-reviewed',
      'Validation',
      'Apostrophes',
    ])
    const written = [...responseRows(exportable())]
    const [header, ...data] = sheets[1]?.data ?? []
    expect(header).toEqual(responseColumns.map(({ name }) => name))
    expect(
      data.map((row) => row.map((cell) => (typeof cell === 'string' ? unguardText(cell) : cell))),
    ).toEqual(written.map((row) => row.map(asIndependentlyRead)))
    expect(rows).toBe(written.length + (sheets[2]?.data.length ?? 0) - 1)
  })

  test('is the same bytes for the same rows, in any time zone', async () => {
    const { bytes } = await bytesOf(workbook())
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Kiritimati'
    try {
      expect((await bytesOf(workbook())).bytes.equals(bytes)).toBe(true)
    } finally {
      process.env['TZ'] = zone
    }
  })
})

function asIndependentlyRead(cell: Cell) {
  if (cell === null || typeof cell !== 'object') return cell
  return new Date('date' in cell ? cell.date : cell.moment)
}

describe('xlsxFile', () => {
  test('freezes the header, and makes columns as wide as they say', async () => {
    const xml = await sheetOf([])
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<col min="2" max="2" width="30" customWidth="1"/>')
  })

  test('guards what looks like a formula, in the header too, holds no formula, and leaves numbers numbers', async () => {
    const xml = await sheetOf([['=1+1', -5]])
    expect(xml).toContain(`>'=first</t>`)
    expect(xml).toContain(`>'=1+1</t>`)
    expect(xml).toContain('<c r="B2"><v>-5</v></c>')
    expect(xml).not.toContain('<f>')
  })

  test('refuses more rows than a sheet holds before it asks for the first, and says how else', () => {
    const untouched: Iterable<Row> = {
      [Symbol.iterator]: () => {
        throw new Error('was asked for a row')
      },
    }
    const sheet = {
      name: 'Responses',
      table: { columns, rows: untouched },
      rowCount: mostRows + 1,
      isData: true,
    }
    expect(() => xlsxFile([sheet])).toThrow(TooManyRows)
    expect(tooManyRows([sheet])).toBe(
      '"Responses" has 1,048,576 rows, and a sheet of XLSX holds 1,048,575 below its header. Export it as CSV, which has no limit, or narrow the filter.',
    )
    expect(tooManyRows([{ ...sheet, rowCount: mostRows }])).toBeNull()
  })

  test('fails, and does not end as if whole, where a row cannot be read or a cell is too long', async () => {
    function* failing(): Generator<Row> {
      yield ['a', 1]
      throw new Error('the database is gone')
    }
    const file = xlsxFile([{ name: 'Data', table: { columns, rows: failing() }, rowCount: 2, isData: true }])
    await expect(bytesOf(file)).rejects.toThrow('the database is gone')
    await expect(bytesOf(oneSheet([['x'.repeat(32_768), 1]]))).rejects.toThrow(
      'cell A2 would hold 32768 characters',
    )
  })

  test('closes its rows where nobody takes more', async () => {
    let closed = false
    function* endless(): Generator<Row> {
      try {
        for (;;) yield [Math.random().toString(36).repeat(20), 1]
      } finally {
        closed = true
      }
    }
    const file = xlsxFile([{ name: 'Data', table: { columns, rows: endless() }, rowCount: 2, isData: true }])
    for (let piece = 0; piece < 20; piece += 1) await file.next()
    await file.return(0)
    await expect.poll(() => closed).toBe(true)
  })
})

test('text of a cell is the same after XML, whatever it is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('_x000D_', '_x005F_', '\r\n', '\uD800', '<&>'),
  )
  const unnamed = (xml: string) =>
    xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (parts) => {
      const whole = parts.join('')
      expect(textOfCell(unnamed(cellXml(whole)))).toBe(whole)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['1900-01-01', 1],
  ['1900-02-28', 59],
  ['1900-03-01', 61],
  ['2026-03-01', 46082],
  ['2100-12-31', 73415],
])('%s is day %d of a spreadsheet, and back', (date, serial) => {
  expect(serialOf(date)).toBe(serial)
  expect(dayOfSerial(serial)).toBe(date)
})

test.each([0, 60, -1, 3_000_000, NaN])('day %d of a spreadsheet is none', (serial) => {
  expect(dayOfSerial(serial)).toBeNull()
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %d is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters)
})
