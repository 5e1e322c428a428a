/* `npm run bench`: installs, builds and measures. --quick only sees that it runs. */
import process from 'node:process'
import { install } from './support/install.js'
import { root, run, say } from './support/say.js'
import { build } from './support/steps.js'

await install()
say('Building')
const { failed } = await build()
const parameters = ['--import', 'tsx', `${root}bench/bench.ts`, ...process.argv.slice(2)]
// React has two builds: the one that is measured is the one that people get.
process.exitCode = failed > 0 ? 1 : await run(process.execPath, parameters, { NODE_ENV: 'production' })
