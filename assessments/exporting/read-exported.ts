import { joinPaths, type Fault, type Reading } from '../faults.ts'
import { readJson } from '../json-text.ts'
import { shapeFaults } from '../shape-faults.ts'
import { exportedAssessmentSchema, exportedFormat, type ExportedAssessment } from './exported-assessment.ts'

/** More faults than this nobody reads. */
const mostFaults = 200

/** Whether a text is an export in JSON, whole or not, and not a file of responses. */
export function looksExported(text: string): boolean {
  const start = text.slice(0, 2000)
  return /^\uFEFF?\s*\[/.test(start) || new RegExp(`"format"\\s*:\\s*"${exportedFormat}`).test(start)
}

/** Reads exported assessments: one, a list, or one a line. All of them, or every fault with its place. */
export function readExported(text: string): Reading<{ assessments: ExportedAssessment[] }> {
  const assessments: ExportedAssessment[] = []
  const faults: Fault[] = []
  for (const { path, json, fault } of entriesOf(text)) {
    if (faults.length >= mostFaults) break
    const wrong = fault ? [fault] : shapeFaults(exportedAssessmentSchema, json)
    for (const one of wrong) faults.push({ ...one, path: placed(path, one.path) })
    if (wrong.length === 0) assessments.push(exportedAssessmentSchema.parse(json))
  }
  if (faults.length > 0) return { status: 'invalid', faults: faults.slice(0, mostFaults) }
  if (assessments.length === 0)
    return { status: 'invalid', faults: [{ path: '', reason: 'holds no assessment' }] }
  return { status: 'valid', assessments }
}

interface Entry {
  path: string
  json?: unknown
  fault?: Fault
}

function entriesOf(text: string): Entry[] {
  const whole = entryOf('', text)
  if (!whole.fault) {
    const { json } = whole
    return Array.isArray(json) ? json.map((one: unknown, at) => ({ path: `[${at}]`, json: one })) : [whole]
  }
  const lines = text.split('\n').map((line, at) => ({ line, path: `line ${at + 1}` }))
  const filled = lines.filter(({ line }) => line.trim() !== '')
  if (filled.length < 2 || !filled[0]?.line.trimEnd().endsWith('}')) return [whole]
  return filled.map(({ line, path }) => entryOf(path, line))
}

function entryOf(path: string, text: string): Entry {
  const reading = readJson(text)
  if (reading.status === 'broken') return { path, fault: reading.fault }
  const [fault] = reading.faults
  return fault ? { path, fault } : { path, json: reading.json }
}

function placed(place: string, path: string): string {
  return place.startsWith('line') && path !== '' ? `${place}, ${path}` : joinPaths(place, path)
}
