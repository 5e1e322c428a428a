import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../../scripts/support/say.js'

/** The built program, running as a process of its own on its own database. */
export interface App {
  /** The address without a slash at the end. */
  readonly origin: string
  /** A folder of its own, gone after the test. */
  readonly folder: string
  /** The SQLite file, for looking behind the program's back. */
  readonly databaseFile: string
  /** What it printed so far. */
  output(): string
  /** Asks one page of it, redirects not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>
  /** Starts it again on the same port and database. */
  start(): Promise<void>
  killAndRestart(): Promise<void>
  /** Ends it gracefully, and resolves to its exit status; null where a signal ended it. */
  stop(): Promise<number | null>
  /** Stops it and removes its folder. */
  remove(): Promise<void>
}

/**
 * A port that nobody listens on right now. None of those that systems give to connections going out: while a
 * program is down, one of these could take its port. And none of those that tests running beside choose from.
 */
export async function freePort(): Promise<number> {
  const from = 20_000 + (Number(process.env['VITEST_POOL_ID'] ?? 0) % 4) * 3_000
  for (;;) {
    const port = randomInt(from, from + 3_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}

/** Variables of the environment, as a process is given them. */
export type Variables = Partial<NodeJS.ProcessEnv>

const secret = 'a secret that only the end-to-end tests know'

/** Nothing of the environment that the tests run in reaches the program but what a program needs to start. */
function environmentFor(folder: string, port: number, more: Variables) {
  const { PATH = '', HOME = '', SystemRoot = '', TEMP = tmpdir() } = process.env
  return {
    PATH,
    HOME,
    SystemRoot,
    TEMP,
    TMPDIR: folder,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: `file:${join(folder, 'test.sqlite')}`,
    SESSION_SECRET: secret,
    SIGN_UP: 'open',
    LOG_LEVEL: 'warn',
    ...more,
  }
}

/** Whether a process has ended and everything that it printed has arrived. */
const hasEnded = ({ exitCode, signalCode, stdout, stderr }: ChildProcess) =>
  (exitCode !== null || signalCode !== null) && stdout?.closed !== false && stderr?.closed !== false

async function ended(child: ChildProcess): Promise<number | null> {
  if (!hasEnded(child)) await once(child, 'close')
  return child.exitCode
}

async function untilHealthy(origin: string, child: ChildProcess, output: () => string) {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && !hasEnded(child)) {
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error(`The program did not start. It printed:\n${output()}`)
}

function spawnProgram(variables: NodeJS.ProcessEnv) {
  return spawn(process.execPath, ['scripts/start.js'], { cwd: root, env: variables, stdio: 'pipe' })
}

/** Starts the built program where it can't run, and resolves to what it printed and its exit status. */
export async function startInVain(environment: Variables) {
  const folder = mkdtempSync(join(tmpdir(), 'pmhc-e2e-'))
  const child = spawnProgram(environmentFor(folder, 0, environment))
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  }
  const status = await ended(child)
  rmSync(folder, { recursive: true, force: true })
  return { status, printed }
}

/** Starts the built program; `environment` adds to and overrides the variables that it is given. */
export async function startApp(environment: Variables = {}): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'pmhc-e2e-'))
  const port = await freePort()
  const variables = environmentFor(folder, port, environment)
  const origin = `http://localhost:${port}`
  let child: ChildProcess
  let printed = ''
  const output = () => printed

  const start = async () => {
    child = spawnProgram(variables)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    }
    await untilHealthy(origin, child, output)
  }
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    return ended(child)
  }

  await start()
  return {
    origin,
    folder,
    databaseFile: join(folder, 'test.sqlite'),
    output,
    fetch: (path, init) => fetch(`${origin}${path}`, { redirect: 'manual', ...init }),
    start,
    kill: async () => {
      await end('SIGKILL')
    },
    killAndRestart: async () => {
      await end('SIGKILL')
      await start()
    },
    stop: () => end('SIGTERM'),
    remove: async () => {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
