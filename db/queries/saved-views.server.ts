import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'

export type SavedView = Tables['savedViews']['$inferSelect']

/** The filters that a program keeps, by name. */
export async function listSavedViews(
  { orm, tables: { savedViews } }: Database,
  programId: string,
): Promise<Pick<SavedView, 'id' | 'name' | 'query'>[]> {
  return orm
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.programId, programId))
    .orderBy(asc(savedViews.name))
}

/** Keeps a filter under a name; one that has the name already is replaced. */
export async function saveView(
  { orm, tables: { savedViews } }: Database,
  {
    programId,
    name,
    query,
    by,
    at,
  }: { programId: string; name: string; query: string; by: string; at: Date },
): Promise<void> {
  await orm
    .insert(savedViews)
    .values({ id: crypto.randomUUID(), programId, name, query, createdAt: at, createdBy: by })
    .onConflictDoUpdate({
      target: [savedViews.programId, savedViews.name],
      set: { query, createdAt: at, createdBy: by },
    })
}

/** Forgets a kept filter of this program. */
export async function deleteView(
  { orm, tables: { savedViews } }: Database,
  programId: string,
  id: string,
): Promise<void> {
  await orm.delete(savedViews).where(and(eq(savedViews.programId, programId), eq(savedViews.id, id)))
}
