import { existsSync, readdirSync } from 'node:fs'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { checkManifest } from '#app/exporting/check-manifest.server.ts'
import { openContents, type ExportContents } from '#app/exporting/export-contents.server.ts'
import { storedCatalog } from '#app/exporting/stored-catalog.server.ts'
import { filesOf, writeExport } from '#app/exporting/write-export.server.ts'
import { TooManyRows } from '#app/exporting/xlsx/xlsx-file.server.ts'
import type { Database } from '#db/database.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { exportFormats, type ExportFormat, type ExportScope } from '#db/words.ts'
import { CalledWrongly, printJson, say, type ExitStatus } from '../command.ts'
import { withDatabase } from '../database.ts'
import { readNamedParameters } from '../parameters.ts'
import { faultInFile } from '../questionnaires.ts'

const names = ['assessment', 'agency', 'program', 'filter', 'format', 'out', 'check'] as const
type Values = Partial<Record<(typeof names)[number], string>>

/** Formats of one file that is text: they can go to standard output. */
const streamed: readonly ExportFormat[] = ['json', 'ndjson', 'fhir']

/** Writes final assessments to files with a manifest, or to standard output; or checks such files. */
export async function run(parameters: readonly string[]): Promise<ExitStatus> {
  const { positionals, values } = readNamedParameters(parameters, names)
  const [stray] = positionals
  if (stray !== undefined) throw new CalledWrongly(`What is "${stray}" for?`)
  if (values.check !== undefined) return check(values.check)
  const of = scopeOf(values)
  const format = formatOf(values)
  const folder = values.out === undefined ? null : emptyFolder(values.out)
  if (folder === null && !streamed.includes(format)) {
    throw new CalledWrongly(`--out FOLDER is missing: ${format} is not written to standard output.`)
  }
  return (await withDatabase((database) => write(database, { of, format, folder }))) ?? 1
}

function scopeOf({ assessment, agency, program, filter }: Values): ExportScope['of'] {
  const [given, another] = [assessment, agency, program].filter((id) => id !== undefined)
  if (given === undefined) throw new CalledWrongly('--assessment, --agency or --program is missing.')
  if (another !== undefined) throw new CalledWrongly('Only one of --assessment, --agency and --program.')
  if (filter !== undefined && program === undefined) throw new CalledWrongly('--filter goes with --program.')
  if (assessment !== undefined) return { kind: 'assessment', assessmentId: assessment }
  if (agency !== undefined) return { kind: 'agency', agencyId: agency }
  return { kind: 'portfolio', programId: given, query: filter ?? '' }
}

function formatOf({ format = 'json' }: Values): ExportFormat {
  const found = exportFormats.find((known) => known === format)
  if (!found) throw new CalledWrongly(`--format is one of ${exportFormats.join(', ')}.`)
  return found
}

function emptyFolder(out: string): string {
  const folder = resolve(out)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CalledWrongly(`${out} is not empty. An export wants a folder of its own.`)
  }
  return folder
}

interface Wanted {
  of: ExportScope['of']
  format: ExportFormat
  folder: string | null
}

async function write(database: Database, { of, format, folder }: Wanted): Promise<ExitStatus> {
  const missing = await missingFrom(database, of)
  if (missing !== null) {
    say(missing)
    return 1
  }
  const madeAt = new Date()
  const source = { database, catalog: await storedCatalog(database) }
  const contents = await openContents({ source, of, at: madeAt })
  if (!contents) {
    say('Nothing of it is final.')
    return 1
  }
  if (folder === null) return print(format, contents)
  try {
    const about = [['Made', madeAt.toISOString()]] as const
    const manifest = await writeExport({ contents, format, folder, madeAt, about })
    printJson(manifest)
    say(`${manifest.assessments} assessments are in ${folder}.`)
    return 0
  } catch (error) {
    if (!(error instanceof TooManyRows)) throw error
    say(error.message)
    return 1
  }
}

async function missingFrom(database: Database, of: ExportScope['of']): Promise<string | null> {
  if (of.kind === 'assessment') {
    return (await findAssessment(database, of.assessmentId))
      ? null
      : `There is no assessment ${of.assessmentId}.`
  }
  const [id, kind] = of.kind === 'agency' ? [of.agencyId, 'agency'] : [of.programId, 'program']
  return (await findOrganization(database, id))?.kind === kind ? null : `There is no ${kind} ${id}.`
}

async function print(format: ExportFormat, contents: ExportContents): Promise<ExitStatus> {
  for await (const [, content] of filesOf(format, contents.read, [])) {
    for await (const piece of content) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
    }
  }
  return 0
}

async function check(folder: string): Promise<ExitStatus> {
  const reading = await checkManifest(folder)
  if (reading.status === 'valid') {
    printJson(reading.manifest)
    say('Every file is there, whole and as it was made.')
    return 0
  }
  for (const fault of reading.faults) say(faultInFile(folder, fault))
  return 1
}
