import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What a command left behind: what programs read, what people read, and its exit status. */
export interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the real command line as a process of its own. */
export function pmhc(
  parameters: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'cli/pmhc.ts', ...parameters], {
      cwd: root,
      env: {
        ...process.env,
        QUESTIONNAIRES_DIR: '',
        DATABASE_URL: 'file:/nowhere/at/all.sqlite',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}

/** A folder for the files of one test file, removed after its tests. */
export function folderForTests() {
  const root = mkdtempSync(join(tmpdir(), 'pmhc-cli-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  return {
    ...filesIn(root),
    /** A folder within it. */
    folder(name: string) {
      mkdirSync(join(root, name), { recursive: true })
      return filesIn(join(root, name))
    },
  }
}

function filesIn(folder: string) {
  return {
    path: (name: string) => join(folder, name),
    /** Writes a file, text as it is and anything else as JSON; returns where it is. */
    write(name: string, content: unknown): string {
      const file = join(folder, name)
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
      return file
    },
  }
}
