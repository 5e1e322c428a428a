/* `npm run dev`: the program from its sources, renewed as they change. */
import process from 'node:process'
import { install } from './support/install.js'
import { installed, run, say } from './support/say.js'

await install()
const port = process.env.PORT ?? '3000'
say(`Development: http://localhost:${port} (mail that would be sent: /outbox)`)
process.exitCode = await run(process.execPath, [installed('tsx/dist/cli.mjs'), 'watch', 'app/server.ts'], {
  NODE_ENV: 'development',
  SIGN_UP: process.env.SIGN_UP ?? 'open',
  DATABASE_URL: process.env.DATABASE_URL ?? 'file:data/development.sqlite',
})
