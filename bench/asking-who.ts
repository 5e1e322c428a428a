import { readEnvironment } from '#app/env.server.ts'
import { openProgram } from '#app/program.server.ts'
import { visitorOf } from '#app/visitor.server.ts'
import type { Extent } from './extent.ts'
import type { Installation } from './installation.ts'
import { spreadOf } from './statistics.ts'
import type { Row } from './table.ts'

/** Finding out who sends a request: our one query, beside better-auth’s own way to do it. */
export async function measureAskingWho(installation: Installation, { runs, requests }: Extent): Promise<Row> {
  const { origin, databaseFile, secret, cookie } = installation
  const environment = readEnvironment({
    ORIGIN: origin,
    DATABASE_URL: `file:${databaseFile}`,
    SESSION_SECRET: secret,
    LOG_LEVEL: 'silent',
  })
  const program = await openProgram(environment, 'bench')
  const headers = new Headers({ Cookie: cookie })
  const own: number[] = []
  const theirs: number[] = []
  for (let run = -2; run < runs; run++) {
    const one = await milliseconds(requests, async () => (await visitorOf(program, cookie)()).person)
    const other = await milliseconds(requests, async () => program.auth.api.getSession({ headers }))
    if (run < 0) continue
    own.push(one)
    theirs.push(other)
  }
  await program.mailer.stop()
  await program.database.close()
  const floor = { what: 'better-auth’s getSession (no floor: what it replaces)', figure: spreadOf(theirs) }
  return { what: 'looking up who asks', unit: 'ms', figure: spreadOf(own), floor }
}

async function milliseconds(times: number, task: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let i = 0; i < times; i++) {
    if (!(await task())) throw new Error('nobody was found')
  }
  return (performance.now() - start) / times
}
