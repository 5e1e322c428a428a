import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { canonicalJson } from './canonical.ts'
import { CatalogError, type FileFault } from './catalog-error.ts'
import { makeCatalog, type Catalog, type CatalogVersion } from './catalog.ts'
import { questionnaireName } from './questionnaire.ts'
import { parseQuestionnaire } from './read-questionnaire.ts'
import { checkRevisions } from './revisions.ts'
import { sha256 } from './sha256.server.ts'
import { readStoredVersions, type StoredVersion } from './stored-versions.server.ts'

export type { Catalog, CatalogVersion } from './catalog.ts'
export { withStoredVersions, type StoredVersion } from './stored-versions.server.ts'

/**
 * Reads every `<folder>/<slug>/<version>.json`. Throws a CatalogError with all faults of all files: ones
 * that are no valid questionnaire or stand in the wrong place, one version with two contents, a version
 * that revises an unknown one or doesn't account for its items.
 *
 * @param stored the versions that the database has in use, where it is at hand: a version whose file is
 *   gone can then still be the one that another revises
 */
export async function loadCatalog({
  folders,
  stored = [],
}: {
  folders: readonly string[]
  stored?: readonly StoredVersion[]
}): Promise<Catalog> {
  const readings = (await Promise.all(folders.map(readFolder))).flat()
  const faults = readings.flatMap((reading) => reading.faults)
  const versions = readings.flatMap((reading) => reading.version ?? [])
  const unique = [...new Map(versions.map((known) => [questionnaireName(known), known])).values()]
  const used = readStoredVersions(unique, stored)
  const all = [
    ...faults,
    ...checkAgreement(versions),
    ...checkRevisions(unique, used.versions),
    ...used.faults,
  ]
  if (all.length > 0) throw new CatalogError(all)
  return makeCatalog([...unique, ...used.versions], used.warnings)
}

interface FileReading {
  version?: CatalogVersion
  faults: FileFault[]
}

async function readFolder(folder: string): Promise<FileReading[]> {
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) return [{ faults: [{ file: folder, path: '', reason: 'is not a folder' }] }]
  const slugs = await readdir(folder)
  const files = await Promise.all(slugs.filter(visible).map((slug) => jsonFiles(folder, slug)))
  return Promise.all(files.flat().map(readVersion))
}

async function jsonFiles(folder: string, slug: string): Promise<string[]> {
  const path = join(folder, slug)
  if (!(await stat(path)).isDirectory()) return []
  return (await readdir(path))
    .filter((name) => visible(name) && name.endsWith('.json'))
    .map((name) => join(path, name))
}

function visible(name: string): boolean {
  return !name.startsWith('.')
}

async function readVersion(file: string): Promise<FileReading> {
  const text = await readFile(file, 'utf8')
  const reading = parseQuestionnaire(text)
  if (reading.status === 'invalid') return { faults: reading.faults.map((fault) => ({ ...fault, file })) }
  const { questionnaire } = reading
  const { slug, version, draft } = questionnaire
  const place = join(slug, `${version}.json`)
  if (!file.endsWith(sep + place)) {
    return {
      faults: [{ file, path: '', reason: `holds ${slug}@${version}, so that it must stand at ${place}` }],
    }
  }
  const json = canonicalJson(JSON.parse(text.replace(/^\uFEFF/, '')))
  return {
    version: { slug, version, questionnaire, json, sha256: sha256(json), file, offered: !draft },
    faults: [],
  }
}

/** The same version in two folders must be the same. */
function checkAgreement(versions: readonly CatalogVersion[]): FileFault[] {
  const first = new Map<string, CatalogVersion>()
  return versions.flatMap((known) => {
    const name = questionnaireName(known)
    const other = first.get(name) ?? known
    first.set(name, other)
    if (other.sha256 === known.sha256) return []
    return [
      {
        file: known.file ?? name,
        path: '',
        reason: `differs from ${other.file ?? name}, which is ${name} too`,
      },
    ]
  })
}
