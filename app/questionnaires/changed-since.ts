import { can, type Actor } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.ts'

/** The version that another is said to revise, where the visitor may read what changed: of a draft, few may. */
export function changedSince({ questionnaire }: CatalogVersion, actor: Actor): string | null {
  if (questionnaire.draft && !can(actor, 'installation.administer', null)) return null
  return questionnaire.revises?.version ?? null
}
