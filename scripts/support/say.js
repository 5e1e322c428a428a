import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath, URL } from 'node:url'

/** The folder of the project, whatever folder a command is run from. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Says what is being done, in a line that stands out from the output around it.
 *
 * @param {string} text
 */
export function say(text) {
  process.stdout.write(`\n» ${text}\n`)
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

function endAll() {
  for (const child of running) child.kill('SIGTERM')
  process.exit(143)
}

/**
 * Ends what was started together with this program. Only while something runs: a server has its own way to
 * end.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endTogether(child) {
  if (running.size === 0) process.once('SIGTERM', endAll)
  running.add(child)
  child.on('close', () => {
    running.delete(child)
    if (running.size === 0) process.off('SIGTERM', endAll)
  })
}

/**
 * Runs a program in the project's folder with its output shown; resolves to its exit status.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {Record<string, string>} [environment] added to this process's own
 * @returns {Promise<number>}
 */
export function run(command, parameters, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
      // npm is a batch file on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    })
    endTogether(child)
    child.on('error', (error) => {
      process.stdout.write(`${command} could not be started: ${error.message}\n`)
      resolve(1)
    })
    child.on('close', (status) => resolve(status ?? 1))
  })
}

/**
 * Like `run`, and keeps the output to itself: for what runs beside something else.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {Record<string, string>} [environment]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runQuietly(command, parameters, environment = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    })
    endTogether(child)
    child.stdout.on('data', (/** @type {unknown} */ chunk) => (output += String(chunk)))
    child.stderr.on('data', (/** @type {unknown} */ chunk) => (output += String(chunk)))
    child.on('error', (error) => resolve({ status: 1, output: `${command}: ${error.message}\n` }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

/**
 * Where a package's command line lies, so that it can be run by this very Node, without a shell.
 *
 * @param {string} path inside node_modules
 */
export function installed(path) {
  return `${root}node_modules/${path}`
}
