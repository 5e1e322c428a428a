import { existsSync, rmSync } from 'node:fs'
import process from 'node:process'
import { countOf } from './count.js'
import { installed, root, run, runQuietly } from './say.js'

/** @typedef {import('./count.js').Count} Count */

const passed = { passed: 1, failed: 0, skipped: 0 }
const failed = { passed: 0, failed: 1, skipped: 0 }

/**
 * Runs commands one after the other until one fails; says how it went, and all it printed if it failed.
 * Counts as one test.
 *
 * @param {string} name
 * @param {readonly (readonly string[])[]} commands each the path of a script in node_modules and its parameters
 * @returns {Promise<Count>}
 */
async function step(name, commands) {
  const start = Date.now()
  for (const [script = '', ...parameters] of commands) {
    const { status, output } = await runQuietly(process.execPath, [installed(script), ...parameters])
    if (status !== 0) {
      process.stdout.write(`${output}\n✗ ${name} failed\n`)
      return failed
    }
  }
  process.stdout.write(`✓ ${name} (${Math.round((Date.now() - start) / 1000)} s)\n`)
  return passed
}

export const types = () => step('types', [['typescript/bin/tsc', '--noEmit']])

export const lint = () =>
  step('lint', [
    ['eslint/bin/eslint.js', '--max-warnings', '0', '.'],
    ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ])

export const build = () => step('build', [['@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn']])

/**
 * Runs Vitest with a configuration of the project's and counts its tests.
 *
 * @param {string} configuration
 * @param {Record<string, string>} [environment]
 * @returns {Promise<Count>}
 */
export async function vitest(configuration, environment = {}) {
  const report = `${root}test-results/${configuration}.json`
  if (existsSync(report)) rmSync(report)
  const parameters = ['run', '--config', configuration, '--reporter=default', '--reporter=json']
  const status = await run(
    process.execPath,
    [installed('vitest/vitest.mjs'), ...parameters, `--outputFile.json=${report}`],
    { NODE_ENV: 'test', ...environment },
  )
  return countOf(report, status)
}
