/* Makes the demonstration's database anew: tsx demo/make.ts FILE */
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import SqliteClient from 'better-sqlite3'
import { demoPeople } from '#app/accounts/demo-people.ts'
import { loadCatalog } from '#assessments/catalog.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { buildDemo } from './build-demo.server.ts'

/** Whether a file may be overwritten, looked up without changing it: nobody is in it, or the demonstration is. */
function isDemonstration(file: string): boolean {
  const client = new SqliteClient(file, { readonly: true })
  try {
    const people = client.prepare('select email, administrator from people').all() as Partial<Row>[]
    const mails = demoPeople.map(({ email }) => email)
    const run = people.filter(({ administrator }) => administrator === 1)
    return people.length === 0 || run.some(({ email }) => email !== undefined && mails.includes(email))
  } catch {
    return false
  } finally {
    client.close()
  }
}

interface Row {
  email: string
  administrator: number
}

async function make(file: string): Promise<void> {
  if (existsSync(file) && !isDemonstration(file)) {
    throw new Error(`${file} holds something else than the demonstration, and is left alone.`)
  }
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true })
  const folder = fileURLToPath(new URL('../assessments/questionnaires', import.meta.url))
  const catalog = await loadCatalog({ folders: [folder] })
  const database = await openDatabase(file)
  try {
    await buildDemo(database, catalog)
  } finally {
    await database.close()
  }
}

make(process.argv[2] ?? 'data/demo.sqlite').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
