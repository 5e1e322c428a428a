/* `npm start`: the built program, in this process, so that a signal reaches it. */
import { existsSync } from 'node:fs'
import process from 'node:process'
import { root } from './support/say.js'

if (existsSync('.env')) process.loadEnvFile('.env')
// React and Express look at this by themselves, so it has to be said before they are loaded.
process.env.NODE_ENV ??= 'production'

if (existsSync(`${root}build/server/index.js`)) {
  const { register } = await import('tsx/esm/api')
  register()
  await import('../app/server.ts')
} else {
  process.stderr.write('There is no build yet: run npm ci and npm run build first.\n')
  process.exitCode = 1
}
