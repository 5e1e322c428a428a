import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { changesBetween } from '#assessments/changes-between.ts'
import { readCarrying } from '#app/carrying/read-carrying.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate, formatMonth, listed } from '#app/format.ts'
import { changeCounts } from '#app/questionnaires/change-words.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** An agency's last final assessment with a questionnaire: what of it can come along, and what changed since. */
export async function lastOf(context: RequestContext, agency: Organization, known: CatalogVersion) {
  const { slug, version } = known
  const round = { id: '', agencyId: agency.id, slug, version, startedAt: context.now(), partnerId: null }
  const read = await readCarrying(context, round, 'agency', new Map())
  if (!read) return null
  const { from, items } = read
  return {
    month: formatMonth(from.asOf),
    asOf: formatDate(from.asOf),
    version: from.version,
    /** How many of its answers can come along. */
    count: items.length,
    /** Null where it was of the same version. */
    changes: from.version === version ? null : changesSince(context, versionOf(context, from), known),
  }
}

function changesSince({ catalog }: RequestContext, older: CatalogVersion, newer: CatalogVersion) {
  const { items } = changesBetween(catalog.lineage(newer.slug), older.questionnaire, newer.questionnaire)
  // A name is only for the files; who answers sees nothing of it.
  const counts = changeCounts(items.filter(({ change }) => change !== 'same' && change !== 'renamed'))
  return {
    words: listed(counts.map(({ words }) => words)),
    to: `/questionnaires/${newer.slug}/${newer.version}/changes?since=${older.version}`,
  }
}
