import { fileFault, type ImportReading } from '#assessments/importing/import-fault.ts'
import { importJson } from '#assessments/importing/import-json.ts'
import { importRows } from '#assessments/importing/import-rows.ts'
import type { Imported, ImportTarget } from '#assessments/importing/import-target.ts'
import { collectBytes } from './collect-bytes.ts'
import { csvRows } from './csv-rows.ts'
import { ImportRefused } from './import-limits.ts'
import { utf8Text } from './utf8-text.ts'
import { xlsxRows } from './xlsx/sheet-rows.server.ts'

/**
 * Reads a file of responses as it is exported, whatever its name: XLSX, JSON, newline-delimited JSON or CSV. Gives
 * what it would set, or every fault; what is hostile or too large is one fault, found before it takes memory.
 */
export async function readImport(
  target: ImportTarget,
  source: AsyncIterable<Uint8Array>,
): Promise<ImportReading<Imported>> {
  try {
    return await readBytes(target, await collectBytes(source))
  } catch (error) {
    if (error instanceof ImportRefused) return fileFault(error.message)
    throw error
  }
}

async function readBytes(target: ImportTarget, bytes: Buffer): Promise<ImportReading<Imported>> {
  const start = bytes.subarray(0, 4).toString('hex')
  if (start === 'd0cf11e0') {
    throw new ImportRefused('is an old or password-protected workbook; save it as .xlsx, without a password')
  }
  if (start === '504b0304') return importRows(target, await xlsxRows(bytes))
  const text = utf8Text(bytes)
  if (text.trim() === '') throw new ImportRefused('is empty')
  return /^\s*[{[]/.test(text) ? importJson(target, text) : importRows(target, csvRows(text))
}
