import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { readEnvironment } from './env.server.ts'
import { runExports } from './exporting/jobs/run-exports.server.ts'
import { builtAssets } from './http/built-assets.server.ts'
import { createServer } from './http/create-server.server.ts'
import { shutDownGracefully } from './http/graceful-shutdown.server.ts'
import { listen } from './http/listen.server.ts'
import { openProgram } from './program.server.ts'
import { expireDaily } from './retention/expire-daily.server.ts'

/** The folder of the project, whatever folder the program was started from. */
const root = new URL('..', import.meta.url)

async function pagesOf(development: boolean) {
  if (!development) {
    const build = (await import(pathToFileURL(`${root.pathname}build/server/index.js`).href)) as ServerBuild
    return { build, assets: builtAssets(`${root.pathname}build/client`) }
  }
  const vite = await import('vite')
  const server = await vite.createServer({ root: root.pathname, server: { middlewareMode: true } })
  const build = async () => (await server.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
  return { build, assets: server.middlewares }
}

async function main() {
  const environment = readEnvironment(process.env)
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
  const program = await openProgram(environment, version)
  const app = createServer(program, await pagesOf(environment.mode === 'development'))
  const server = await listen(app, environment.port)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : environment.port
  program.log.info({ port, origin: environment.origin, database: program.database.engine }, 'listening')
  shutDownGracefully(server, program, [expireDaily(program), runExports(program)])
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  // What was opened before it failed would keep the process; nothing in it is under way.
  process.stderr.write(`${reason}\n`, () => process.exit(1))
})
