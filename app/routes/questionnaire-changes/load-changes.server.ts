import { z } from 'zod'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { version as versionSchema } from '#assessments/identifiers.ts'
import { isHigherVersion } from '#assessments/version-order.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { changeNames } from '#app/questionnaires/change-words.ts'
import { markWords } from '#app/questionnaires/marked-words.ts'
import { readChanges, type ReadChange, type WordedDifference } from '#app/questionnaires/read-changes.ts'

export type ChangesData = ReturnType<typeof loadChanges>
export type MarkedDifference = ReturnType<typeof marked>
export type MarkedChange = ReturnType<typeof markedChange>

const searchSchema = z.object({ since: versionSchema.optional() })

/** Two versions side by side: since the one that the address names, else since the one that this revises. */
export function loadChanges({ catalog }: RequestContext, known: CatalogVersion, search: URLSearchParams) {
  const { slug, version, questionnaire } = known
  const read = searchSchema.safeParse({ since: search.get('since') ?? undefined })
  if (!read.success) throw notFound()
  const earlier = catalog.versions.filter(
    (other) => other.slug === slug && isHigherVersion(version, other.version),
  )
  const since = read.data.since ?? questionnaire.revises?.version
  const older = earlier.find((other) => other.version === since)
  if (read.data.since !== undefined && !older) throw notFound()
  const changes = older && readChanges(catalog.lineage(slug), older.questionnaire, questionnaire)
  return {
    ...{ slug, title: questionnaire.title, to: version },
    draft: questionnaire.draft || older?.questionnaire.draft === true,
    from: older?.version ?? null,
    /** What it can be compared with, besides. */
    others: earlier
      .filter((other) => other !== older && !other.questionnaire.draft)
      .map((other) => other.version),
    changes: changes
      ? {
          ...changes,
          differences: changes.differences.map(marked),
          domains: changes.domains.map((domain) => ({
            ...domain,
            changes: domain.changes.map(markedChange),
          })),
        }
      : null,
  }
}

function markedChange(change: ReadChange) {
  return { ...change, name: changeNames[change.change], differences: change.differences.map(marked) }
}

/** The words that differ are found here, so that what finds them needn't be sent. */
function marked({ label, before, after }: WordedDifference) {
  return { label, ...markWords(before, after) }
}
