import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/support/say.js'
import { spreadOf } from '../statistics.ts'
import type { Row } from '../table.ts'
import type { ExportFigures } from './export-child.ts'

/** Which portfolio is exported: a SQLite file, its program, and how many agencies that follows. */
export interface Exported {
  databaseFile: string
  programId: string
  agencies: number
  /** How often each is repeated. */
  runs: number
}

const formats = ['csv', 'ndjson', 'xlsx'] as const

/**
 * Rows a second and peak memory of an export of a whole portfolio, each in a process of its own; beside them the same
 * responses read by the sqlite3 command line into CSV, or by better-sqlite3 where there is none. XLSX is left out where a
 * sheet doesn't hold the rows.
 */
export async function measureExports(exported: Exported): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pmhc-bench-'))
  try {
    const floors = await repeated(exported.runs, () => floor(exported, folder))
    const rows: Row[] = []
    let rowsOfAll = 0
    for (const format of formats) {
      const figures = await repeated(exported.runs, () => write(exported, format, folder))
      // A line of JSON holds what many rows of a table do.
      if (format === 'csv') rowsOfAll = figures[0]?.rows ?? 0
      if (figures.length > 0) rows.push(...rowsFor(exported, format, rowsOfAll, figures, floors))
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Figures = Pick<ExportFigures, 'rows' | 'seconds' | 'megabytes'>

async function repeated<T>(runs: number, measure: () => Promise<T | null>): Promise<T[]> {
  const all: T[] = []
  for (let run = 0; run < runs; run++) {
    const one = await measure()
    if (one === null) break
    all.push(one)
  }
  return all
}

function rowsFor(
  { agencies }: Exported,
  format: string,
  rowsOfAll: number,
  figures: readonly Figures[],
  floors: readonly (Figures & { by: string })[],
): Row[] {
  const what = `exporting ${agencies.toLocaleString('en-US')} agencies as ${format.toUpperCase()}`
  const by = floors[0]?.by ?? ''
  return [
    {
      ...{ what, unit: 'rows a second' },
      figure: spreadOf(figures.map(({ seconds }) => rowsOfAll / seconds)),
      floor: { what: by, figure: spreadOf(floors.map(({ rows, seconds }) => rows / seconds)) },
    },
    {
      ...{ what, unit: 'MB, peak' },
      figure: spreadOf(figures.map(({ megabytes }) => megabytes)),
      floor: { what: by, figure: spreadOf(floors.map(({ megabytes }) => megabytes)) },
    },
  ]
}

/** What one export costs; null where it can't be made, as of too many rows for a sheet. */
async function write(
  { databaseFile, programId }: Exported,
  format: string,
  folder: string,
): Promise<ExportFigures | null> {
  const out = join(folder, format)
  rmSync(out, { recursive: true, force: true })
  const command = [
    '--import',
    'tsx',
    'bench/scale/export-child.ts',
    `file:${databaseFile}`,
    programId,
    format,
    out,
  ]
  const { status, stdout } = await run(process.execPath, command)
  rmSync(out, { recursive: true, force: true })
  return status === 0 ? (JSON.parse(stdout) as ExportFigures) : null
}

/** The responses that a program may have, one row each, as far as one query says it. */
const query = (programId: string) => `
  select o.id, o.name, o.state, o.county, o.agency_type, o.size_band, a.id, f.number, a.as_of, f.finalized_at,
    a.slug, a.version, side.key, r.key, r.value ->> '$.value', r.value ->> '$.notApplicable',
    case when e.shares_notes then r.value ->> '$.note' end
  from enrollments e
  join organizations o on o.id = e.agency_id
  join assessments a on a.agency_id = o.id
  join frozen_copies f on f.assessment_id = a.id
    and f.number = (select max(number) from frozen_copies where assessment_id = a.id)
  join json_each(json_array(json_extract(f.document, '$.responses.agency'), json_extract(f.document, '$.agreed'))) side
  join json_each(side.value) r
  where e.program_id = '${programId}' and e.status = 'active' and e.shares = 'answers'
  order by e.agency_name, o.id`

async function floor(
  { databaseFile, programId }: Exported,
  folder: string,
): Promise<Figures & { by: string }> {
  const out = join(folder, 'floor.csv')
  const began = performance.now()
  const bySqlite = spawnSync('sqlite3', ['-version']).status === 0
  const { megabytes, status } = bySqlite
    ? await run('sqlite3', ['-csv', databaseFile, query(programId)], out)
    : await run(process.execPath, [
        ...['--import', 'tsx', 'bench/scale/floor-child.ts', databaseFile, query(programId), out],
      ])
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) throw new Error('the floor could not be measured')
  const by = `${bySqlite ? 'the sqlite3 command line' : 'better-sqlite3'} reading the same responses into CSV`
  return { by, seconds, megabytes, rows: await linesIn(out) }
}

async function linesIn(file: string): Promise<number> {
  let lines = 0
  for await (const piece of createReadStream(file)) {
    for (const byte of piece as Buffer) if (byte === 10) lines += 1
  }
  return lines
}

/** Runs a command to its end, and looks meanwhile how much memory it takes. */
function run(
  command: string,
  parameters: readonly string[],
  out?: string,
): Promise<{ status: number | null; stdout: string; megabytes: number }> {
  return new Promise((resolve, reject) => {
    const to = out === undefined ? 'pipe' : openSync(out, 'w')
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', to, 'inherit'] })
    let [stdout, megabytes] = ['', 0]
    child.stdout?.on('data', (piece: Buffer) => (stdout += piece.toString()))
    const timer = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid))), 20)
    child.on('error', reject)
    child.on('close', (status) => {
      clearInterval(timer)
      resolve({ status, stdout, megabytes })
    })
  })
}

/** The most that a process had resident so far, in MB; 0 where the system doesn't tell. */
function peakOf(pid: number | undefined): number {
  const file = `/proc/${pid ?? 0}/status`
  if (!existsSync(file)) return 0
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024
}
