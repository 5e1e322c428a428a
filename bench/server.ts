/* The program as it runs in production, with one route more: an action that does nothing. */
import { readEnvironment } from '#app/env.server.ts'
import { builtAssets } from '#app/http/built-assets.server.ts'
import { createServer } from '#app/http/create-server.server.ts'
import { shutDownGracefully } from '#app/http/graceful-shutdown.server.ts'
import { openProgram } from '#app/program.server.ts'
import type { ServerBuild } from '@remix-run/node'
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = fileURLToPath(new URL('../build', import.meta.url))
const build = (await import(pathToFileURL(`${folder}/server/index.js`).href)) as ServerBuild

/** What every request passes through but the work itself: Express, Remix, an answer of the same size. */
const nothing = {
  id: 'bench/nothing',
  parentId: 'root',
  path: 'bench/nothing',
  module: { action: () => Response.json({ status: 'saved', revision: 1 }) },
} as const

const environment = readEnvironment(process.env)
const program = await openProgram(environment, 'bench')
const routes = {
  ...build.routes,
  [nothing.id]: { ...nothing, module: { ...nothing.module, default: undefined } },
}
const app = createServer(program, { build: { ...build, routes }, assets: builtAssets(`${folder}/client`) })
const server = app.listen(environment.port, () => process.send?.('listening'))
shutDownGracefully(server, program)
