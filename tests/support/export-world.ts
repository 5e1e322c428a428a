import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Program } from '#app/context.server.ts'
import { makeExport } from '#app/exporting/jobs/make-export.server.ts'
import type { Database } from '#db/database.server.ts'
import { requestExport, takeExport } from '#db/queries/export-jobs.server.ts'
import type { ExportFormat, ExportScope } from '#db/words.ts'
import { minute } from './database-builders.ts'
import { addEnrolled, addFinal, addNamed, addSomebody } from './shared-builders.ts'

/** A program with an agency for each step of sharing and one that shares notes too, each with one final assessment. */
export async function addPortfolio(database: Database, at = minute(0)) {
  const by = await addSomebody(database, 'ann', at)
  const of = { by, at }
  await addNamed(database, { id: 'program', kind: 'program', ...of })
  await addEnrolled(database, 'program', { id: 'profile', shares: 'profile', ...of })
  await addEnrolled(database, 'program', { id: 'scores', shares: 'scores', ...of })
  await addEnrolled(database, 'program', { id: 'answers', shares: 'answers', ...of })
  await addEnrolled(database, 'program', { id: 'notes', shares: 'answers', notes: true, ...of })
  for (const agencyId of ['profile', 'scores', 'answers', 'notes']) {
    await addFinal(database, { id: `${agencyId}-1`, agencyId, by, at })
  }
  return { by, at }
}

/** Asks for an export as somebody would: the program's portfolio, if nothing else is said. */
export async function ask(
  database: Database,
  { by, at }: { by: string; at: Date },
  format: ExportFormat = 'csv',
  of: ExportScope['of'] = { kind: 'portfolio', programId: 'program', query: 'questionnaire=sample' },
  organizationId = of.kind === 'agency' ? of.agencyId : 'program',
): Promise<string> {
  const scope = { format, anonymous: false, of }
  const asked = await requestExport(database, { organizationId, scope, by, at })
  if (asked.status !== 'requested') throw new Error(asked.status)
  return asked.id
}

/** A folder that is removed after the test. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pmhc-exports-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A finished export of all that an organization has; answers its id. Its files are removed after the test. */
export async function readyExport(
  program: Program,
  organizationId: string,
  by: string,
  of: ExportScope['of'] = { kind: 'agency', agencyId: organizationId },
): Promise<string> {
  const { database, environment, now } = program
  const folder = folderForTest()
  Object.assign(environment, { exportsDirectory: folder })
  const id = await ask(database, { by, at: now() }, 'csv', of, organizationId)
  const job = await takeExport(database, now(), new Date(0))
  if (!job || (await makeExport({ database, job, folder, now })) !== 'ready')
    throw new Error('it was not made')
  return id
}
