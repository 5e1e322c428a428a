import { canonicalJson } from './canonical.ts'
import { CatalogError, type FileFault } from './catalog-error.ts'
import { makeCatalog, type Catalog, type CatalogVersion } from './catalog.ts'
import { readJson } from './json-text.ts'
import { questionnaireName } from './questionnaire.ts'
import { readQuestionnaire } from './read-questionnaire.ts'
import { sha256 } from './sha256.server.ts'

/** A version as the database keeps it from its first use on. */
export interface StoredVersion {
  slug: string
  version: string
  sha256: string
  /** Its canonical JSON. */
  json: string
}

/** What the versions in use come to when laid beside the files. */
export interface StoredReading {
  versions: CatalogVersion[]
  warnings: string[]
  faults: FileFault[]
}

/**
 * Adds the versions that the database has in use to those read from files. One without a file is served
 * from the database, offered for nothing new and warned about. Throws a CatalogError that names each
 * file whose content is no longer what was used, since answers were given to what it said then.
 */
export function withStoredVersions(catalog: Catalog, stored: readonly StoredVersion[]): Catalog {
  const { versions, warnings, faults } = readStoredVersions(catalog.versions, stored)
  if (faults.length > 0) throw new CatalogError(faults)
  return makeCatalog([...catalog.versions, ...versions], [...catalog.warnings, ...warnings])
}

/** Compares the versions in use with the files, and reads those that have none. */
export function readStoredVersions(
  files: readonly CatalogVersion[],
  stored: readonly StoredVersion[],
): StoredReading {
  const byName = new Map(files.map((known) => [questionnaireName(known), known]))
  const result: StoredReading = { versions: [], warnings: [], faults: [] }
  for (const used of stored) {
    const name = questionnaireName(used)
    const known = byName.get(name)
    if (known && known.sha256 !== used.sha256) {
      const reason = `differs from the ${name} that assessments already use; restore it, and publish the change as a new version`
      result.faults.push({ file: known.file ?? name, path: '', reason })
    }
    if (known) continue
    addFromDatabase(result, used, name)
  }
  return result
}

function addFromDatabase(result: StoredReading, used: StoredVersion, name: string): void {
  const text = readJson(used.json)
  const json = text.status === 'read' ? text.json : undefined
  const reading = readQuestionnaire(json)
  const source = `database, ${name}`
  if (sha256(used.json) !== used.sha256 || json === undefined || canonicalJson(json) !== used.json) {
    result.faults.push({ file: source, path: '', reason: 'is not what its SHA-256 says; restore a backup' })
  } else if (reading.status === 'invalid') {
    result.faults.push(...reading.faults.map((fault) => ({ ...fault, file: source })))
  } else {
    const { questionnaire } = reading
    result.versions.push({ ...used, questionnaire, file: null, offered: false })
    result.warnings.push(
      `${name} is in use, but its file is gone: it is served from the database and offered for nothing new.`,
    )
  }
}
