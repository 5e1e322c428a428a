import { sql } from 'drizzle-orm'
import { pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core'
import { pendingMigrations, type Migration } from './migrations.server.ts'
import type { PostgresOrm } from './postgres.server.ts'

const migrations = pgTable('migrations', {
  id: serial('id').primaryKey(),
  name: text('name').notNull().unique(),
  appliedAt: timestamp('applied_at', { withTimezone: true }).notNull().defaultNow(),
})

/** Any number that nobody else in the database locks: "pmhc", read as four bytes. */
const migrationLock = 0x706d6863

/**
 * Brings a PostgreSQL database up to date in one transaction, under a lock that makes other processes wait
 * and then find it done. Throws without having changed anything if a statement fails or if the database is
 * newer than the program.
 */
export async function migratePostgres(orm: PostgresOrm, known: Migration[], where: string): Promise<void> {
  await orm.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(migrationLock))})`)
    await transaction.execute(sql`
      create table if not exists migrations (
        id serial primary key, name text not null unique, applied_at timestamptz not null default now()
      )`)
    const applied = await transaction.select().from(migrations).orderBy(migrations.id)
    const names = applied.map((row) => row.name)
    for (const migration of pendingMigrations(known, names, where)) {
      for (const statement of migration.statements) await transaction.execute(sql.raw(statement))
      await transaction.insert(migrations).values({ name: migration.name })
    }
  })
}
