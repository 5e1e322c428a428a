import { makeCatalog, type Catalog } from '#assessments/catalog.ts'
import { readQuestionnaire } from '#assessments/read-questionnaire.ts'
import type { Database } from '#db/database.server.ts'
import { listStoredVersions } from '#db/queries/questionnaire-versions.server.ts'

/** Every version in use, as the database keeps it. */
export async function storedCatalog(database: Database): Promise<Catalog> {
  const stored = await listStoredVersions(database)
  return makeCatalog(
    stored.flatMap(({ slug, version, json, sha256 }) => {
      const reading = readQuestionnaire(JSON.parse(json))
      if (reading.status === 'invalid') return []
      return [
        { slug, version, questionnaire: reading.questionnaire, json, sha256, file: null, offered: false },
      ]
    }),
  )
}
