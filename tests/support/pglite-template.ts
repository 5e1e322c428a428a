import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sha256 } from '#assessments/sha256.server.ts'
import { openPostgres } from '#db/database.server.ts'
import { migrationsFolder, readMigrations } from '#db/migrations.server.ts'

const cache = path.resolve('node_modules/.cache/pmhc')

/** PGlite on a database that is up to date. From a kept image: making one anew takes four times as long. */
export async function startPGlite(): Promise<PGlite> {
  const migrations = JSON.stringify(readMigrations(migrationsFolder('postgres')))
  const version = readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')
  const image = path.join(cache, `pglite-${sha256(version + migrations).slice(0, 16)}.tar`)
  if (!existsSync(image)) await makeImage(image)
  return PGlite.create({ loadDataDir: new Blob([readFileSync(image)]) })
}

/** Several files of tests may do this at once; whole images take each other's place. */
async function makeImage(image: string) {
  const client = await PGlite.create()
  await openPostgres({ orm: drizzle(client), close: () => client.close() }, 'PGlite')
  const data = await client.dumpDataDir('none')
  await client.close()
  mkdirSync(cache, { recursive: true })
  const part = `${image}.${process.pid}-${Math.random().toString(36).slice(2)}`
  writeFileSync(part, Buffer.from(await data.arrayBuffer()))
  renameSync(part, image)
}
