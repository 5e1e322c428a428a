import { answerOfCell, booleanOf } from '../exporting/answer-cell.ts'
import { exportedSides } from '../exporting/exportable.ts'
import { unguardText } from '../exporting/formula-guard.ts'
import { linksOfCell } from '../exporting/response-rows.ts'
import type { Item } from '../item.ts'
import { findItem, questionnaireName } from '../questionnaire.ts'
import type { Response } from '../response.ts'
import { parseResponse } from '../responses.ts'
import { mostFaults, tableFault, type ImportFault, type ImportReading } from './import-fault.ts'
import { readHeader, type ImportCell, type ImportRow } from './import-header.ts'
import { severalAssessments, type Imported, type ImportTarget } from './import-target.ts'

/** Reads a table as it is exported: what it would set, or every fault with its row and column. */
export function importRows(target: ImportTarget, rows: Iterable<ImportRow>): ImportReading<Imported> {
  let reader: RowsReader | null = null
  for (const row of rows) {
    if (reader === null) {
      const header = readHeader(row)
      if (header.status === 'invalid') return header
      reader = new RowsReader(target, header.columns)
    } else {
      reader.read(row)
      if (reader.faults.length >= mostFaults) break
    }
  }
  if (reader === null) return { status: 'invalid', faults: [{ path: '', reason: 'is empty' }] }
  return reader.result()
}

const otherColumns: Record<string, string> = { notApplicable: 'not_applicable', dontKnow: 'dont_know' }

class RowsReader {
  readonly faults: ImportFault[] = []
  readonly #target: ImportTarget
  readonly #columns: ReadonlyMap<string, number>
  readonly #responses = new Map<string, Response>()
  readonly #rowOfItem = new Map<string, number>()
  readonly #otherVersions = new Set<string>()
  readonly #assessments = new Set<string>()
  #passedOver = 0

  constructor(target: ImportTarget, columns: ReadonlyMap<string, number>) {
    this.#target = target
    this.#columns = columns
  }

  read(row: ImportRow): void {
    if (row.cells.every((cell) => cell === null || cell === '')) return
    if (!this.#isReadable(row) || !this.#isMeant(row) || !this.#isOfVersion(row)) return
    const id = this.#text(row, 'item').trim()
    const item = findItem(this.#target.questionnaire, id)
    const before = this.#rowOfItem.get(id)
    if (!item) {
      const name = questionnaireName(this.#target.questionnaire)
      this.#fault(row, 'item', `is not an item of ${name}: "${id.slice(0, 100)}"`)
    } else if (before !== undefined) {
      this.#fault(row, 'item', `"${id}" is already in row ${before}`)
    } else {
      this.#take(row, item)
    }
  }

  #take(row: ImportRow, item: Item): void {
    this.#rowOfItem.set(item.id, row.row)
    const input = { ...this.#besides(row), value: answerOfCell(item, this.#cell(row, 'value')) }
    const reading = parseResponse(item, this.#target.questionnaire, input)
    if (reading.status === 'invalid') {
      for (const { path, reason } of reading.faults) this.#fault(row, columnOf(path), reason)
    } else if (Object.keys(reading.response).length > 0) {
      this.#responses.set(item.id, reading.response)
    }
  }

  result(): ImportReading<Imported> {
    const faults = this.faults.slice(0, mostFaults)
    if (faults.length === mostFaults) faults.push({ path: '', reason: 'has more faults; mend these first' })
    if (faults.length === 0 && this.#rowOfItem.size === 0) {
      faults.push({ path: '', reason: `holds no row of the ${this.#target.side}’s side` })
    }
    if (faults.length > 0) return { status: 'invalid', faults }
    return { status: 'valid', responses: Object.fromEntries(this.#responses), passedOver: this.#passedOver }
  }

  /** No cell that is read holds a formula or an error, and none stands beside the table. */
  #isReadable(row: ImportRow): boolean {
    const names = new Map([...this.#columns].map(([name, index]) => [index, name]))
    const before = this.faults.length
    row.cells.forEach((cell, index) => {
      const name = names.get(index)
      if (cell === null || cell === '') return
      if (name === undefined) this.#fault(row, undefined, 'has a cell under no column of the header')
      else if (typeof cell === 'object' && 'unreadable' in cell) this.#fault(row, name, cell.unreadable)
    })
    return this.faults.length === before
  }

  /** Whether a row is of the side and the assessment that are read; those of others are passed over. */
  #isMeant(row: ImportRow): boolean {
    const { side: wanted, assessment: chosen } = this.#target
    const side = this.#columns.has('side') ? this.#text(row, 'side').trim() : wanted
    if (!exportedSides.some((one) => one === side)) {
      this.#fault(row, 'side', `must be ${exportedSides.map((one) => `"${one}"`).join(' or ')}`)
      return false
    }
    const assessment = this.#text(row, 'assessment').trim()
    if (side !== wanted || (chosen !== undefined && assessment !== chosen)) {
      this.#passedOver += 1
      return false
    }
    if (this.#assessments.has(assessment)) return true
    this.#assessments.add(assessment)
    if (this.#assessments.size > 1) this.#fault(row, 'assessment', severalAssessments)
    return this.#assessments.size === 1
  }

  /** Each other version is a fault once, at its first row. */
  #isOfVersion(row: ImportRow): boolean {
    const wanted = questionnaireName(this.#target.questionnaire)
    const name = `${this.#text(row, 'questionnaire').trim()}@${this.#text(row, 'questionnaire_version').trim()}`
    if (name === wanted) return true
    if (!this.#otherVersions.has(name)) {
      this.#fault(row, 'questionnaire_version', `is of "${name.slice(0, 100)}", and not of "${wanted}"`)
    }
    this.#otherVersions.add(name)
    return false
  }

  #besides(row: ImportRow) {
    const text = (name: string) => this.#text(row, name) || undefined
    const dontKnow = booleanOf(this.#cell(row, 'dont_know'))
    return {
      notApplicable: text('not_applicable'),
      dontKnow: dontKnow === false || dontKnow === null || dontKnow === '' ? undefined : dontKnow,
      note: text('note'),
      evidence: linksOfCell(this.#text(row, 'evidence')),
    }
  }

  #cell({ cells }: ImportRow, name: string) {
    const cell: ImportCell = cells[this.#columns.get(name) ?? -1] ?? null
    if (typeof cell === 'string') return unguardText(cell)
    return cell !== null && typeof cell === 'object' && 'unreadable' in cell ? null : cell
  }

  #text(row: ImportRow, name: string): string {
    const cell = this.#cell(row, name)
    if (cell === null) return ''
    if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.moment
    return String(cell)
  }

  #fault({ row }: ImportRow, column: string | undefined, reason: string): void {
    this.faults.push(tableFault(reason, row, column))
  }
}

/** The column that a part of a response is in. */
function columnOf(path: string): string {
  const part = /^\w+/.exec(path)?.[0] ?? 'value'
  return otherColumns[part] ?? part
}
