import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrationsFolder } from '#db/migrations.server.ts'

const drizzleKit = path.resolve('node_modules/drizzle-kit/bin.cjs')

/** Lets drizzle-kit write the next migration into a copy of the folder; gives the files it added. */
function filesOfNext(engine: 'sqlite' | 'postgres', dialect: string): string[] {
  const before = readdirSync(migrationsFolder(engine))
  const copy = mkdtempSync(path.join(tmpdir(), 'pmhc-generate-'))
  try {
    cpSync(migrationsFolder(engine), copy, { recursive: true })
    const options = [`--dialect=${dialect}`, `--schema=db/schema.${engine}.ts`]
    execFileSync(process.execPath, [drizzleKit, 'generate', ...options, `--out=${path.relative('', copy)}`])
    return readdirSync(copy).filter((name) => !before.includes(name))
  } finally {
    rmSync(copy, { recursive: true })
  }
}

describe('the migrations', () => {
  it('make all that schema.sqlite.ts has', () => expect(filesOfNext('sqlite', 'sqlite')).toEqual([]))
  it('make all that schema.postgres.ts has', () => expect(filesOfNext('postgres', 'postgresql')).toEqual([]))
})
