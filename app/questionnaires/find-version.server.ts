import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { notFound, type RequestContext } from '../context.server.ts'

/** The version that a URL names, drafts among them; a 404 where there is none. */
export function findVersion(
  { catalog }: RequestContext,
  { slug, version }: Readonly<Record<string, string | undefined>>,
): CatalogVersion {
  const found = slug && version ? catalog.find(slug, version) : undefined
  if (!found) throw notFound()
  return found
}
