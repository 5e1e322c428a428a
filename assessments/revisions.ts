import type { FileFault } from './catalog-error.ts'
import type { CatalogVersion } from './catalog.ts'
import { checkDeclaredChanges } from './versions.ts'
import { newestFirst } from './version-order.ts'

/** A version as far as its declarations go. */
export type Revising = Pick<CatalogVersion, 'slug' | 'version' | 'questionnaire' | 'file'>

/**
 * Checks each version that was read from a file against the one that it revises, which may be among
 * `others`. Only the first version of a questionnaire, and drafts, may leave out what they revise.
 */
export function checkRevisions(files: readonly Revising[], others: readonly Revising[]): FileFault[] {
  const known = [...files, ...others]
  return files.flatMap((version) => {
    const file = version.file ?? version.slug
    const siblings = known.filter(({ slug }) => slug === version.slug).sort(newestFirst)
    const { revises } = version.questionnaire
    if (!revises) return missingRevision(version, siblings).map((fault) => ({ ...fault, file }))
    const older = siblings.find((sibling) => sibling.version === revises.version)
    if (!older) {
      return [
        {
          file,
          path: 'revises.version',
          reason: `${version.slug}@${revises.version} is nowhere to be found`,
        },
      ]
    }
    return checkDeclaredChanges(older.questionnaire, version.questionnaire).map((fault) => ({
      ...fault,
      file,
    }))
  })
}

function missingRevision({ version, questionnaire }: Revising, siblings: readonly Revising[]) {
  const first = siblings.at(-1)?.version
  if (questionnaire.draft || first === undefined || first === version) return []
  return [
    {
      path: 'revises',
      reason: `is missing: say what became of the items of an earlier version, such as ${first}`,
    },
  ]
}
