import { and, asc, count, desc, eq, inArray, lte, or, type SQL } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'
import type { ExportManifest, ExportScope } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { lockOrganization } from './locks.server.ts'

export type ExportJob = Tables['exportJobs']['$inferSelect']

/** Who asks for a file of what. */
export interface ExportRequest {
  organizationId: string
  scope: ExportScope
  by: string
  at: Date
}

/** How many of an organization's exports may wait or be made at once. */
export const mostUnfinished = 5

const dayLong = 86_400_000

/** Asks for an export: it waits until a process takes it up, and its files are deleted after a day. */
export async function requestExport(
  database: Database,
  { organizationId, scope, by, at }: ExportRequest,
): Promise<{ status: 'requested'; id: string } | { status: 'too-many' }> {
  const { exportJobs } = database.tables
  const [unfinished] = await database.orm
    .select({ jobs: count() })
    .from(exportJobs)
    .where(and(eq(exportJobs.organizationId, organizationId), isUnfinished(database)))
  if ((unfinished?.jobs ?? 0) >= mostUnfinished) return { status: 'too-many' }
  const id = crypto.randomUUID()
  const expiresAt = new Date(at.getTime() + dayLong)
  const asked = { requestedAt: at, requestedBy: by, expiresAt }
  await writeAll(database, [
    lockOrganization(database, organizationId),
    (orm) => orm.insert(exportJobs).values({ id, organizationId, scope, status: 'waiting', ...asked }),
    logActivity(database, {
      ...{ organizationId, personId: by, action: 'export.requested', subject: id, at },
    }),
  ])
  return { status: 'requested', id }
}

/** An organization's exports with who asked for them, the latest first. */
export async function listExports({ orm, tables }: Database, organizationId: string, limit = 50) {
  const { exportJobs, people } = tables
  return orm
    .select({ job: exportJobs, requestedByName: people.name })
    .from(exportJobs)
    .innerJoin(people, eq(people.id, exportJobs.requestedBy))
    .where(eq(exportJobs.organizationId, organizationId))
    .orderBy(desc(exportJobs.requestedAt), desc(exportJobs.id))
    .limit(limit)
}

/** One of an organization's exports. */
export async function findExport(
  { orm, tables: { exportJobs } }: Database,
  organizationId: string,
  id: string,
): Promise<ExportJob | undefined> {
  const [job] = await orm
    .select()
    .from(exportJobs)
    .where(and(eq(exportJobs.id, id), eq(exportJobs.organizationId, organizationId)))
  return job
}

/** Every export that is kept, as much of it as tells what becomes of its files. */
export async function listKeptExports({ orm, tables: { exportJobs } }: Database) {
  const { id, organizationId, status, scope, expiresAt } = exportJobs
  return orm.select({ id, organizationId, status, scope, expiresAt }).from(exportJobs).orderBy(asc(id))
}

/** An export that is being made here. Whoever holds it has moved `aliveAt` last. */
export interface HeldExport {
  id: string
  aliveAt: Date
}

/**
 * Takes the export that has waited longest, or one whose process hasn't been heard of since `deadSince`. Of several
 * processes that try, one gets it.
 */
export async function takeExport(
  database: Database,
  at: Date,
  deadSince: Date,
): Promise<(ExportJob & HeldExport) | null> {
  const { exportJobs } = database.tables
  const isFree = or(
    eq(exportJobs.status, 'waiting'),
    and(eq(exportJobs.status, 'running'), lte(exportJobs.aliveAt, deadSince)),
  )
  const free = await database.orm
    .select()
    .from(exportJobs)
    .where(isFree)
    .orderBy(asc(exportJobs.requestedAt), asc(exportJobs.id))
    .limit(10)
  for (const job of free) {
    const taken = { status: 'running', aliveAt: at, done: 0, total: null } as const
    if (await change(database, and(eq(exportJobs.id, job.id), isFree), taken)) return { ...job, ...taken }
  }
  return null
}

/** Tells how far it is; answers who holds it now, null where it was cancelled or another took it over. */
export async function tellProgress(
  database: Database,
  held: HeldExport,
  progress: { done: number; total: number },
  at: Date,
): Promise<HeldExport | null> {
  // A process that comes twice within a millisecond still has to be told from another.
  const aliveAt = new Date(Math.max(at.getTime(), held.aliveAt.getTime() + 1))
  return (await change(database, isHeld(database, held), { ...progress, aliveAt }))
    ? { ...held, aliveAt }
    : null
}

/** Its files are there; false where it was cancelled meanwhile. */
export function finishExport(
  database: Database,
  held: HeldExport,
  made: { manifest: ExportManifest; total: number },
  at: Date,
): Promise<boolean> {
  const { manifest, total } = made
  const finished = { status: 'ready', manifest, done: total, total, finishedAt: at } as const
  return change(database, isHeld(database, held), finished)
}

/** It can't be made, or what was made may not be had any more; the fault says why. */
export function failExport(database: Database, id: string, fault: string, at: Date): Promise<boolean> {
  const { exportJobs } = database.tables
  const which = and(eq(exportJobs.id, id), inArray(exportJobs.status, ['waiting', 'running', 'ready']))
  return change(database, which, { status: 'failed', fault, manifest: null, finishedAt: at })
}

/** Gives it back, so that the next process takes it up at once. */
export function releaseExport(database: Database, id: string): Promise<boolean> {
  const { exportJobs } = database.tables
  const which = and(eq(exportJobs.id, id), eq(exportJobs.status, 'running'))
  return change(database, which, { status: 'waiting', aliveAt: null, done: 0 })
}

/** Cancels what waits or is being made; false where it is neither. */
export function cancelExport(
  database: Database,
  { organizationId, id, at }: { organizationId: string; id: string; at: Date },
): Promise<boolean> {
  const { exportJobs } = database.tables
  const own = and(eq(exportJobs.id, id), eq(exportJobs.organizationId, organizationId))
  return change(database, and(own, isUnfinished(database)), { status: 'cancelled', finishedAt: at })
}

/** Forgets exports whose day is over; their files are to be deleted by whoever asks. */
export async function forgetExports({ orm, tables: { exportJobs } }: Database, at: Date): Promise<void> {
  await orm.delete(exportJobs).where(lte(exportJobs.expiresAt, at))
}

function isUnfinished({ tables: { exportJobs } }: Database): SQL {
  return inArray(exportJobs.status, ['waiting', 'running'])
}

function isHeld({ tables: { exportJobs } }: Database, { id, aliveAt }: HeldExport) {
  return and(eq(exportJobs.id, id), eq(exportJobs.status, 'running'), eq(exportJobs.aliveAt, aliveAt))
}

async function change(
  database: Database,
  which: SQL | undefined,
  fields: Partial<Tables['exportJobs']['$inferInsert']>,
): Promise<boolean> {
  const { exportJobs } = database.tables
  const step = guarded((orm: Orm) => orm.update(exportJobs).set(fields).where(which))
  return (await writeAll(database, [step])).status === 'written'
}
