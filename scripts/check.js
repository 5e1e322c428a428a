/* `npm run check`: types and lint. */
import process from 'node:process'
import { install } from './support/install.js'
import { lint, types } from './support/steps.js'

await install()
const counts = await Promise.all([types(), lint()])
process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0
