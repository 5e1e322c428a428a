import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrationsFolder } from '#db/migrations.server.ts'
import * as postgresTables from '#db/schema.postgres.ts'
import * as sqliteTables from '#db/schema.sqlite.ts'

/** What drizzle-kit knew of the tables when it wrote the latest migration. */
function latestSnapshot(engine: 'sqlite' | 'postgres'): unknown {
  const folder = path.join(migrationsFolder(engine), 'meta')
  const [latest] = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .reverse()
  return JSON.parse(readFileSync(path.join(folder, latest ?? 'none'), 'utf8'))
}

describe('the migrations', () => {
  it('make the tables of schema.sqlite.ts', async () => {
    const latest = latestSnapshot('sqlite') as Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>
    const now = await generateSQLiteDrizzleJson(sqliteTables, latest.id)
    expect(await generateSQLiteMigration(latest, now)).toEqual([])
  })

  it('make the tables of schema.postgres.ts', async () => {
    const latest = latestSnapshot('postgres') as ReturnType<typeof generateDrizzleJson>
    const now = generateDrizzleJson(postgresTables, latest.id)
    expect(await generateMigration(latest, now)).toEqual([])
  })
})
