import { backupDatabase } from '#db/backup.server.ts'
import { printJson, say, type ExitStatus } from '../command.ts'
import { databaseUrl } from '../database.ts'
import { readParameters } from '../parameters.ts'

/** Copies the database to a file while the program is running. */
export async function run(parameters: readonly string[]): Promise<ExitStatus> {
  const { FILE } = readParameters(parameters, ['FILE'])
  const copy = await backupDatabase(databaseUrl(), FILE)
  printJson(copy)
  say(`Everything that was saved up to now is in ${copy.file}. Keep it on another machine.`)
  return 0
}
