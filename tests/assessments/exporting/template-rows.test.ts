import { describe, expect, test } from 'vitest'
import type { Cell } from '#assessments/exporting/cell.ts'
import { guardText } from '#assessments/exporting/formula-guard.ts'
import { templateColumns, templateRows } from '#assessments/exporting/template-rows.ts'
import { importRows } from '#assessments/importing/import-rows.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import { everyAnswer, everyKind } from '#tests/support/exportables.ts'

const guarded = (cell: Cell) => (typeof cell === 'string' ? guardText(cell) : cell)
function imported(rows: Iterable<readonly Cell[]>) {
  const all = [templateColumns.map(({ name }) => name), ...rows]
  return importRows(
    { questionnaire: everyKind, side: 'partner' },
    all.map((cells, index) => ({ row: index + 1, cells: cells.map(guarded) })),
  )
}

describe('templateRows', () => {
  test('has a row for each item, and sets nothing while they are blank', () => {
    const rows = [...templateRows(everyKind)]
    expect(rows).toHaveLength(itemsOf(everyKind).length)
    expect(imported(rows)).toEqual({ status: 'valid', responses: {}, passedOver: 0 })
  })

  test('holds the responses that there are, for either side', () => {
    expect(imported(templateRows(everyKind, everyAnswer))).toMatchObject({ responses: everyAnswer })
  })

  test('has the columns of exported responses that an import reads', () => {
    expect(templateColumns.map(({ name }) => name)).toEqual([
      'questionnaire',
      'questionnaire_version',
      'domain',
      'item',
      'kind',
      'label',
      'value',
      'not_applicable',
      'dont_know',
      'note',
      'evidence',
    ])
  })
})
