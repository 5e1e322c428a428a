/* `npm test`: everything, from a fresh clone on. Ends with the plain line "N passed, N failed". */
import process from 'node:process'
import { findOrInstallBrowser } from './support/browser.js'
import { closingLine } from './support/count.js'
import { install } from './support/install.js'
import { say } from './support/say.js'
import { build, lint, types, vitest } from './support/steps.js'

const notRun = { passed: 0, failed: 1, skipped: 0 }

/** @param {boolean} built */
async function endToEnd(built) {
  if (!built) {
    say('No end-to-end tests: the build failed')
    return notRun
  }
  const browser = await findOrInstallBrowser()
  if (!browser) {
    say('No end-to-end tests: no Chromium here and none could be installed. Name one in CHROMIUM.')
    return notRun
  }
  say(`End-to-end tests, in ${browser}`)
  return vitest('vitest.e2e.config.ts', { CHROMIUM: browser })
}

await install()
say('Types, lint and build')
const [typesCount, lintCount, buildCount] = await Promise.all([types(), lint(), build()])
say('Unit, component and database tests')
const tests = await vitest('vitest.config.ts')
const browserTests = await endToEnd(buildCount.failed === 0)

const counts = [typesCount, lintCount, buildCount, tests, browserTests]
process.stdout.write(`\n${closingLine(counts)}\n`)
process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0
