/* `npm run demo`: everything from a fresh clone to a running demonstration. --keep keeps what was done in it. */
import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { get } from 'node:http'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { install } from './support/install.js'
import { needPort } from './support/port.js'
import { root, run, say } from './support/say.js'
import { build } from './support/steps.js'

const port = process.env.PORT || '3000'
const origin = process.env.ORIGIN || `http://localhost:${port}`
const databaseUrl = process.env.DATABASE_URL || `file:${root}data/demo.sqlite`

/** The file of the demonstration's database; it is always SQLite, since it is made anew each time. */
function demoFile() {
  if (!/^postgres(ql)?:/.test(databaseUrl)) return databaseUrl.replace(/^file:(\/\/)?/, '')
  process.stderr.write('The demonstration keeps its database in a SQLite file: DATABASE_URL=file:…\n')
  return process.exit(1)
}

/** @param {string} file */
async function makeDatabase(file) {
  if (process.argv.includes('--keep') && existsSync(file)) {
    return say(`Keeping the demonstration's database (${file})`)
  }
  say(`Making the demonstration's database anew (${file})`)
  const status = await run(process.execPath, ['--import', 'tsx', `${root}demo/make.ts`, file])
  if (status !== 0) process.exit(status)
}

function serve() {
  return spawn(process.execPath, [`${root}scripts/start.js`], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: port,
      ORIGIN: origin,
      DATABASE_URL: databaseUrl,
      DEMO: '1',
      SIGN_UP: 'open',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
      // Nothing of the demonstration is ever sent; it shows its mail at /outbox.
      SMTP_URL: '',
      MAIL_FROM: '',
    },
  })
}

/** @returns {Promise<boolean>} */
function answers() {
  return new Promise((resolve) => {
    get(`http://localhost:${port}/health`, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    }).on('error', () => resolve(false))
  })
}

async function tellSignIns() {
  const { register } = await import('tsx/esm/api')
  register()
  const accounts = pathToFileURL(`${root}app/accounts/demo-people.ts`).href
  const { demoPeople, demoPassword } = await import(accounts)
  const lines = demoPeople.map(
    (/** @type {{ email: string, role: string }} */ { email, role }) => `  ${email.padEnd(40)}${role}`,
  )
  say(`The demonstration runs at ${origin}`)
  process.stdout.write(`\nSign in as one of these, each with the password "${demoPassword}":\n\n`)
  process.stdout.write(`${lines.join('\n')}\n\nMail that would be sent: ${origin}/outbox\nCtrl+C ends it.\n`)
}

await needPort(port)
await install()
say('Building')
if ((await build()).failed > 0) process.exit(1)
await makeDatabase(demoFile())
say('Starting')
const server = serve()
server.on('exit', (status) => process.exit(status ?? 0))
// The server gets the signal too, finishes what is under way, and this ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
while (!(await answers())) await wait(100)
await tellSignIns()
