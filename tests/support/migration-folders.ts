import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { migrationsFolder } from '#db/migrations.server.ts'

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[]
}

/** A copy of an engine's migrations with one more, as a later version of the program would have. */
export function folderWithOneMore(engine: 'sqlite' | 'postgres', tag: string, statements: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pmhc-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(migrationsFolder(engine), folder, { recursive: true })
  writeFileSync(path.join(folder, `${tag}.sql`), statements.join('--> statement-breakpoint\n'))
  const file = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal
  const idx = journal.entries.length
  journal.entries.push({ idx, version: '7', when: Date.now(), tag, breakpoints: true })
  writeFileSync(file, JSON.stringify(journal))
  return folder
}
