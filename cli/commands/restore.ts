import { restoreDatabase } from '#db/backup.server.ts'
import { printJson, say, type ExitStatus } from '../command.ts'
import { databaseUrl } from '../database.ts'
import { readParameters } from '../parameters.ts'

/** Puts a backup in the place of the database, after checking it, while the program is stopped. */
export async function run(parameters: readonly string[]): Promise<ExitStatus> {
  const { FILE } = readParameters(parameters, ['FILE'])
  const restored = await restoreDatabase(FILE, databaseUrl(), new Date())
  printJson(restored)
  say(`${restored.file} is now what ${FILE} holds.`)
  if (restored.setAside !== null) say(`What was there before is in ${restored.setAside}.`)
  return 0
}
