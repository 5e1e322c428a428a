import { exportedFormat } from '../exporting/exported-assessment.ts'
import { joinPaths, type Fault } from '../faults.ts'
import { readJson } from '../json-text.ts'
import { parseResponsesFile } from '../responses.ts'
import { fileFault, mostFaults, type ImportReading } from './import-fault.ts'
import { severalAssessments, type Imported, type ImportTarget } from './import-target.ts'

/** A file of responses or an exported assessment in a file that may hold several, with its place. */
interface Entry {
  path: string
  json: unknown
}

/**
 * Reads JSON: an exported assessment, a list of them, newline-delimited ones, or a file of responses. What it would
 * set, or every fault with its JSON path.
 */
export function importJson(target: ImportTarget, text: string): ImportReading<Imported> {
  const { entries, faults } = entriesOf(text)
  if (faults.length > 0) return { status: 'invalid', faults: faults.slice(0, mostFaults) }
  const meant = entries.filter(({ json }) => isMeant(target, json))
  const [entry, another] = meant
  if (another) return { status: 'invalid', faults: [{ path: another.path, reason: severalAssessments }] }
  if (!entry) return fileFault('holds no assessment that is meant')
  const reading = responsesOf(target, entry)
  if (reading.status === 'valid') return { ...reading, passedOver: entries.length - 1 }
  const placed = reading.faults.map((fault) => ({ ...fault, path: placedPath(entry.path, fault.path) }))
  return { status: 'invalid', faults: placed.slice(0, mostFaults) }
}

function placedPath(place: string, path: string): string {
  return place.startsWith('line') && path !== '' ? `${place}, ${path}` : joinPaths(place, path)
}

function entriesOf(text: string): { entries: Entry[]; faults: Fault[] } {
  const lines = text.split('\n').map((line, index) => ({ line, path: `line ${index + 1}` }))
  const filled = lines.filter(({ line }) => line.trim() !== '')
  const [first] = filled
  if (
    first &&
    filled.length > 1 &&
    /^\uFEFF?\{.*\}\s*$/.test(first.line) &&
    readJson(first.line).status === 'read'
  ) {
    const each = filled.map(({ line, path }) => entryOf(path, line))
    return { entries: each.flatMap(({ entries }) => entries), faults: each.flatMap(({ faults }) => faults) }
  }
  const { entries, faults } = entryOf('', text)
  const [whole] = entries
  if (!whole || !Array.isArray(whole.json)) return { entries, faults }
  return { entries: whole.json.map((json: unknown, index) => ({ path: `[${index}]`, json })), faults }
}

function entryOf(path: string, text: string): { entries: Entry[]; faults: Fault[] } {
  const reading = readJson(text)
  const faults = reading.status === 'broken' ? [reading.fault] : reading.faults
  return {
    entries: reading.status === 'broken' ? [] : [{ path, json: reading.json }],
    faults: faults.map((fault) => ({ ...fault, path: placedPath(path, fault.path) })),
  }
}

function isMeant({ assessment }: ImportTarget, json: unknown): boolean {
  return assessment === undefined || !isExported(json) || json['assessment'] === assessment
}

function isExported(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, 'format')
}

function responsesOf({ questionnaire, side }: ImportTarget, { json }: Entry) {
  if (!isExported(json)) return parseResponsesFile(questionnaire, json)
  if (json['format'] !== exportedFormat) {
    return { status: 'invalid' as const, faults: [{ path: 'format', reason: `must be "${exportedFormat}"` }] }
  }
  const path = `responses.${side}`
  const sides = json['responses']
  const file: unknown =
    typeof sides === 'object' && sides !== null ? new Map(Object.entries(sides)).get(side) : null
  if (file === null || file === undefined) {
    return { status: 'invalid' as const, faults: [{ path, reason: 'is not in this file' }] }
  }
  const reading = parseResponsesFile(questionnaire, file)
  if (reading.status === 'valid') return reading
  const faults = reading.faults.map((fault) => ({ ...fault, path: joinPaths(path, fault.path) }))
  return { status: 'invalid' as const, faults }
}
