import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string() })) })

/** One migration: its name (`0000_start`) and its statements. */
export interface Migration {
  name: string
  statements: string[]
}

/** The database was changed by a version of the program that knows migrations which this one doesn't. */
export class NewerDatabaseError extends Error {}

/** Where the migrations of an engine are. */
export function migrationsFolder(engine: 'sqlite' | 'postgres'): string {
  return path.join(import.meta.dirname, 'migrations', engine)
}

/** Reads a folder that drizzle-kit wrote, in its order. Throws if a file of it is missing. */
export function readMigrations(folder: string): Migration[] {
  const journal: unknown = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'))
  return journalSchema.parse(journal).entries.map(({ tag }) => ({
    name: tag,
    statements: readFileSync(path.join(folder, `${tag}.sql`), 'utf8').split('--> statement-breakpoint'),
  }))
}

/**
 * The migrations that a database still needs. Throws a NewerDatabaseError whose message is for the person
 * who starts the program if the database has had one that this program doesn't know.
 */
export function pendingMigrations(
  known: Migration[],
  applied: readonly string[],
  where: string,
): Migration[] {
  const names = new Set(known.map((migration) => migration.name))
  const unknown = applied.filter((name) => !names.has(name))
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `The database ${where} was changed by a newer version of this program (${unknown.join(', ')}). ` +
        'Start that version or a later one, or restore the copy that was set aside before the change.',
    )
  }
  return known.filter((migration) => !applied.includes(migration.name))
}
