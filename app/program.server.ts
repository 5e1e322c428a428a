import { loadCatalog, type Catalog } from '#assessments/catalog.server.ts'
import { openDatabase, type Database } from '#db/database.server.ts'
import { listStoredVersions } from '#db/queries/questionnaire-versions.server.ts'
import { hasOutbox } from './accounts/can-mail.ts'
import { createAuth } from './auth.server.ts'
import type { Program } from './context.server.ts'
import type { Environment } from './env.server.ts'
import { fillResults } from './finalizing/fill-results.server.ts'
import { liveUpdatesByPostgres } from './live/live-updates-postgres.server.ts'
import { liveUpdatesInProcess } from './live/live-updates.server.ts'
import { openLog } from './log.server.ts'
import { createMailer } from './mail/create-mailer.server.ts'

const builtInQuestionnaires = new URL('../assessments/questionnaires', import.meta.url).pathname

/**
 * Opens everything that one running program holds. Throws an error with a clear sentence when the
 * questionnaires are faulty, a version in use was edited, or the database can't be opened.
 */
export async function openProgram(environment: Environment, version: string): Promise<Program> {
  const log = openLog(environment.logLevel)
  const database = await openDatabase(environment.databaseUrl)
  const catalog = await openCatalog(environment, database)
  for (const warning of catalog.warnings) log.warn(warning)
  const filled = await fillResults(database, catalog)
  if (filled > 0) log.info({ filled }, 'made the results of earlier frozen copies')
  const outbox = hasOutbox({ environment })
  const mailer = createMailer({ database, mail: environment.mail, log, outbox })
  return {
    environment,
    database,
    catalog,
    mailer,
    auth: createAuth({ environment, database, mailer, log }),
    live:
      database.engine === 'postgres'
        ? liveUpdatesByPostgres(environment.databaseUrl, log)
        : liveUpdatesInProcess(),
    log,
    version,
    now: () => new Date(),
  }
}

/** The questionnaires on disk, held against those that the database has in use. */
async function openCatalog(environment: Environment, database: Database): Promise<Catalog> {
  const folders = [builtInQuestionnaires]
  if (environment.questionnairesDirectory) folders.push(environment.questionnairesDirectory)
  try {
    return await loadCatalog({ folders, stored: await listStoredVersions(database) })
  } catch (error) {
    await database.close()
    throw error
  }
}
