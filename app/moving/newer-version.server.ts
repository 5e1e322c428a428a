import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { isHigherVersion } from '#assessments/version-order.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import type { RequestContext } from '../context.server.ts'
import { offeredVersions } from '../questionnaires/offered.server.ts'

/** The newest version of an assessment's questionnaire that is on offer, where it is newer than its own. */
export async function newerVersion(
  context: RequestContext,
  { slug, version }: Pick<Assessment, 'slug' | 'version'>,
): Promise<CatalogVersion | null> {
  const offered = await offeredVersions(context)
  const newest = offered.find((known) => known.slug === slug)
  return newest && isHigherVersion(newest.version, version) ? newest : null
}

/** Where it is told what changed from one version to another. */
export function changesPath(slug: string, from: string, to: string): string {
  return `/questionnaires/${slug}/${to}/changes?since=${from}`
}
