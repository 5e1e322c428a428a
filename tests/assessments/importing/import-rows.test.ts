import { describe, expect, test } from 'vitest'
import type { Cell } from '#assessments/exporting/cell.ts'
import { guardText } from '#assessments/exporting/formula-guard.ts'
import { responseColumns, responseRows } from '#assessments/exporting/response-rows.ts'
import type { ImportCell, ImportRow } from '#assessments/importing/import-header.ts'
import { importRows } from '#assessments/importing/import-rows.ts'
import { everyAnswer, everyKind, exportable } from '#tests/support/exportables.ts'

const target = { questionnaire: everyKind, side: 'agency' } as const
const header = ['questionnaire', 'questionnaire_version', 'side', 'item', 'value', 'dont_know', 'note']
const workgroup: ImportCell[] = ['sample', '1.2.0', 'agency', 'leadership.workgroup', '4', '', '']

/** A row like that of the workgroup but for some columns. */
const row = (fields: Record<string, ImportCell>): ImportCell[] =>
  header.map((name, index) =>
    Object.hasOwn(fields, name) ? (fields[name] ?? null) : (workgroup[index] ?? null),
  )
const numbered = (rows: readonly (readonly ImportCell[])[]): ImportRow[] =>
  rows.map((cells, index) => ({ row: index + 1, cells }))
const imported = (...rows: ImportCell[][]) => importRows(target, numbered([header, ...rows]))
function faultsIn(...rows: ImportCell[][]) {
  const reading = imported(...rows)
  return reading.status === 'invalid' ? reading.faults.map(({ path, reason }) => `${path}: ${reason}`) : []
}

describe('importRows', () => {
  test('reads what was exported, with real types', () => {
    const guarded = (cell: Cell) => (typeof cell === 'string' ? guardText(cell) : cell)
    const written = [...responseRows(exportable())].map((cells) => cells.map(guarded))
    const rows = [responseColumns.map(({ name }) => name), ...written]
    expect(importRows(target, numbered(rows))).toEqual({
      status: 'valid',
      responses: everyAnswer,
      passedOver: 0,
    })
  })

  test('passes over the rows of other sides, and empty ones', () => {
    const reading = imported(row({}), row({ side: 'partner', value: '1' }), row({ side: 'agreed' }), [
      '',
      null,
    ])
    expect(reading).toEqual({
      status: 'valid',
      responses: { 'leadership.workgroup': { value: 4 } },
      passedOver: 2,
    })
  })

  test('tells each fault with its row and column, all at once', () => {
    expect(
      faultsIn(
        row({ value: '9' }),
        row({ item: 'practice.yes-no', value: 'maybe' }),
        row({ item: 'practice.choices', value: 'first;third' }),
        row({ item: 'practice.number', value: 'many', note: '\u202Ereversed' }),
        row({ item: 'practice.date', value: '3/31/2026' }),
        row({ item: 'leadership.coordinator', dont_know: 'perhaps', value: '' }),
        row({ item: 'practice.training', dont_know: 'TRUE' }),
      ),
    ).toEqual([
      'row 2, column "value": must be one of the levels 1, 2, 3, 4, 5',
      'row 3, column "value": must be true or false',
      'row 4, column "value": must hold only options of "first", "second"',
      'row 5, column "note": holds a control character, a direction override or half of a character',
      'row 5, column "value": must be a number',
      'row 6, column "value": must be a calendar date such as "2026-03-31", from 1900 to 2100',
      'row 7, column "dont_know": must be true, or be left out',
      'row 8, column "value": must have only one of "value" and "dontKnow"',
    ])
  })

  test('names unknown items and ones that are there twice', () => {
    expect(faultsIn(row({}), row({ item: '__proto__' }), row({}))).toEqual([
      'row 3, column "item": is not an item of sample@1.2.0: "__proto__"',
      'row 4, column "item": "leadership.workgroup" is already in row 2',
    ])
  })

  test('names each other version once', () => {
    const older = row({ questionnaire_version: '1.0.0' })
    expect(faultsIn(older, older, row({ questionnaire: 'other' }))).toEqual([
      'row 2, column "questionnaire_version": is of "sample@1.0.0", and not of "sample@1.2.0"',
      'row 4, column "questionnaire_version": is of "other@1.2.0", and not of "sample@1.2.0"',
    ])
  })

  test('refuses formulas, a cell beside the table, and a side that there is not', () => {
    expect(
      faultsIn(row({ value: { unreadable: 'holds a formula' } }), [...row({}), 'x'], row({ side: 'x' })),
    ).toEqual([
      'row 2, column "value": holds a formula',
      'row 3: has a cell under no column of the header',
      'row 4, column "side": must be "agency" or "partner" or "agreed"',
    ])
  })

  test('tells of the header what is unknown, there twice and missing', () => {
    const reading = importRows(target, numbered([['item', 'nots', 'item', '__proto__', 'questionnaire']]))
    expect(
      reading.status === 'invalid' && reading.faults.map(({ path, reason }) => `${path}: ${reason}`),
    ).toEqual([
      'row 1, column "nots": is not a column of an exported file',
      'row 1, column "item": is there twice',
      'row 1, column "__proto__": is not a column of an exported file',
      'row 1, column "questionnaire_version": is missing from the first row',
      'row 1, column "value": is missing from the first row',
    ])
  })

  test('does not choose between two assessments, unless it is told', () => {
    const of = (assessment: string) => [...row({}), assessment]
    const rows = numbered([[...header, 'assessment'], of('a1'), of('a2')])
    expect(importRows(target, rows)).toMatchObject({
      status: 'invalid',
      faults: [{ row: 3, column: 'assessment' }],
    })
    expect(importRows({ ...target, assessment: 'a2' }, rows)).toMatchObject({
      status: 'valid',
      passedOver: 1,
    })
  })

  test('says so where nothing is there, or nothing of this side', () => {
    expect(importRows(target, [])).toMatchObject({ faults: [{ reason: 'is empty' }] })
    expect(faultsIn(row({ side: 'partner' }))).toEqual([': holds no row of the agency’s side'])
  })

  test('stops at the two hundredth fault', () => {
    function* endless(): Generator<ImportRow> {
      yield { row: 1, cells: header }
      for (let at = 2; ; at += 1) yield { row: at, cells: row({ item: `no.item-${at}` }) }
    }
    const reading = importRows(target, endless())
    expect(reading.status === 'invalid' && reading.faults).toHaveLength(201)
  })
})
