import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { questionnaireName } from '#assessments/questionnaire.ts'
import { listWithdrawnVersions } from '#db/queries/questionnaire-versions.server.ts'
import type { RequestContext } from '../context.server.ts'

/** Why nothing new may be started with a version; null where it may. */
export type VersionState = 'Draft' | 'Withdrawn' | 'No longer offered' | null

/** The names of the versions that were withdrawn from new use. */
export async function withdrawnVersions({ database }: RequestContext): Promise<ReadonlySet<string>> {
  return new Set((await listWithdrawnVersions(database)).map(questionnaireName))
}

/** Says why nothing new may be started with a version. */
export function versionState(known: CatalogVersion, withdrawn: ReadonlySet<string>): VersionState {
  if (known.questionnaire.draft) return 'Draft'
  if (withdrawn.has(questionnaireName(known))) return 'Withdrawn'
  return known.offered ? null : 'No longer offered'
}

/** What an assessment can be started with: of each questionnaire the newest version that is on offer. */
export async function offeredVersions(context: RequestContext): Promise<CatalogVersion[]> {
  const withdrawn = await withdrawnVersions(context)
  const offered = context.catalog.versions.filter((known) => versionState(known, withdrawn) === null)
  return offered.filter((known, place) => offered.findIndex(({ slug }) => slug === known.slug) === place)
}
