import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** A process that saves responses; `acknowledged` grows by each save's id. */
export interface Saving {
  readonly acknowledged: readonly string[]
  /** Resolves once so many saves were acknowledged in all; throws if the process ends before. */
  until(count: number): Promise<void>
  /** Kills it, as a power switch would kill a program, and waits for its last words. */
  kill(): Promise<void>
}

const script = path.join(import.meta.dirname, 'saving-process.ts')

export function startSaving(file: string, assessmentId: string, personId: string, run: number): Saving {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, file, assessmentId, personId, String(run)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = once(child, 'close')
  const acknowledged: string[] = []
  let [rest, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    acknowledged.push(...lines)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return {
    acknowledged,
    until: async (count) => {
      while (acknowledged.length < count) {
        if (child.exitCode !== null) throw new Error(`the saving process ended: ${errors}`)
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
