import { loadCatalog } from '#assessments/catalog.server.ts'
import type { Impact } from '#assessments/impact.ts'
import { measureImpact } from '#db/queries/impact.server.ts'
import { listStoredVersions } from '#db/queries/questionnaire-versions.server.ts'
import type { Database } from '#db/database.server.ts'
import { CalledWrongly, printJson, say, type ExitStatus } from '../command.ts'
import { withDatabase } from '../database.ts'
import { impactAsText } from '../impact-words.ts'
import { readParameters } from '../parameters.ts'
import { questionnaireFolders } from '../questionnaires.ts'

/** Tells what a version, a draft too, means for the assessments in the database. */
export async function run(parameters: readonly string[]): Promise<ExitStatus> {
  const { VERSION } = readParameters(parameters, ['VERSION'])
  const [slug = '', version = '', ...rest] = VERSION.split('@')
  if (slug === '' || version === '' || rest.length > 0)
    throw new CalledWrongly(`${VERSION} is no slug@version.`)
  const impact = await withDatabase((database) => impactOf(database, slug, version))
  if (impact === null) return 1
  printJson(impact)
  say(impactAsText(impact))
  return 0
}

async function impactOf(database: Database, slug: string, version: string): Promise<Impact> {
  const stored = await listStoredVersions(database)
  const catalog = await loadCatalog({ folders: questionnaireFolders(), stored })
  const known = catalog.find(slug, version)
  if (!known) throw new CalledWrongly(`There is no questionnaire ${slug}@${version}.`)
  return measureImpact(database, catalog.lineage(slug), known.questionnaire)
}
