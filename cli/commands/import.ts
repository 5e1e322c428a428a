import { loadCatalog } from '#assessments/catalog.server.ts'
import { readExported } from '#assessments/exporting/read-exported.ts'
import type { ExportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { restoreExported } from '#app/importing/restore-exported.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { listStoredVersions } from '#db/queries/questionnaire-versions.server.ts'
import { CalledWrongly, printJson, say, type ExitStatus } from '../command.ts'
import { databaseUrl } from '../database.ts'
import { readText } from '../files.ts'
import { readNamedParameters } from '../parameters.ts'
import { faultInFile, questionnaireFolders } from '../questionnaires.ts'

/** Puts the final assessments of an exported JSON into the database, and makes that where there is none. */
export async function run(parameters: readonly string[]): Promise<ExitStatus> {
  const { positionals, values } = readNamedParameters(parameters, ['time-zone'])
  const [file, stray] = positionals
  if (file === undefined) throw new CalledWrongly('FILE is missing.')
  if (stray !== undefined) throw new CalledWrongly(`What is "${stray}" for?`)
  const timeZone = values['time-zone'] ?? 'America/New_York'
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone)) {
    throw new CalledWrongly(`There is no time zone "${timeZone}".`)
  }
  const reading = readExported(readText(file))
  if (reading.status === 'valid') return restoreAll(file, reading.assessments, timeZone)
  for (const fault of reading.faults) say(faultInFile(file, fault))
  return 1
}

async function restoreAll(
  file: string,
  assessments: readonly ExportedAssessment[],
  timeZone: string,
): Promise<ExitStatus> {
  const database = await openDatabase(databaseUrl(), { notice: say })
  try {
    const stored = await listStoredVersions(database)
    const catalog = await loadCatalog({ folders: questionnaireFolders(), stored })
    const counts = { restored: 0, there: 0, refused: 0 }
    for (const exported of assessments) {
      const outcome = await restoreExported({ database, catalog, timeZone }, exported)
      counts[outcome.status] += 1
      if (outcome.status === 'refused') say(`${file}: assessment ${exported.assessment} ${outcome.reason}.`)
    }
    printJson(counts)
    const { restored, there, refused } = counts
    say(`${restored} assessments were put in, ${there} were there already, ${refused} were refused.`)
    return refused === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}
