import { manifestName } from '#assessments/exporting/manifest.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatWords, sizeWords } from '#app/exporting/format-words.ts'
import { formatMoment } from '#app/format.ts'
import { filterWords } from '#app/portfolio/filter-words.ts'
import { listExports } from '#db/queries/export-jobs.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { portfolioQueryOf } from './portfolio-query-of.ts'

export type ExportsPage = Awaited<ReturnType<typeof loadExports>>
export type ExportView = ExportsPage['exports'][number]

/** What an organization can export, and what it exported within the last day. */
export async function loadExports({ database, now }: RequestContext, organization: Organization, url: URL) {
  const { id, name, kind, timeZone } = organization
  const query = kind === 'program' ? portfolioQueryOf(url.searchParams) : ''
  const exports = await listExports(database, id)
  return {
    organization: { id, name, isProgram: kind === 'program' },
    query,
    what: kind === 'program' ? filterWords(query) : null,
    exports: exports
      .filter(({ job }) => job.expiresAt > now())
      .map((row) => viewOf(organization, timeZone, row)),
  }
}

type Listed = Awaited<ReturnType<typeof listExports>>[number]

function viewOf({ id: organizationId }: Organization, timeZone: string, { job, requestedByName }: Listed) {
  const { id, status, scope, done, total, fault, manifest, requestedAt, expiresAt } = job
  const of = scope.of.kind === 'portfolio' ? filterWords(scope.of.query) : null
  const to = (name: string) => `/organizations/${organizationId}/exports/${id}/${name}`
  const files = manifest?.files ?? []
  return {
    ...{ id, status, done, total, fault },
    title: formatWords[scope.format].label,
    of,
    anonymous: scope.anonymous,
    asked: `${requestedByName}, ${formatMoment(requestedAt, timeZone)}`,
    until: formatMoment(expiresAt, timeZone),
    files: files.map(({ name, rows, bytes, sha256 }) => ({
      ...{ name, sha256, to: to(name), rows: rows.toLocaleString('en-US'), size: sizeWords(bytes) },
    })),
    manifestTo: files.length > 0 ? to(manifestName) : null,
  }
}
