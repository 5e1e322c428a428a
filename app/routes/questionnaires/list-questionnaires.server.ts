import type { Actor } from '#assessments/access.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import type { RequestContext } from '#app/context.server.ts'
import { changedSince } from '#app/questionnaires/changed-since.ts'
import { versionState, withdrawnVersions } from '#app/questionnaires/offered.server.ts'

/** A questionnaire as the list shows it: its newest published version, and all versions. */
export interface ListedQuestionnaire {
  slug: string
  title: string
  summary: string
  domains: number
  items: number
  minutes: { least: number; most: number }
  /**
   * The newest first; `state` says why nothing new can be started with one, and is null where it can; `since` is
   * the version that it can be compared with.
   */
  versions: { version: string; state: string | null; since: string | null }[]
}

/** Every questionnaire that the program knows. */
export async function listQuestionnaires(
  context: RequestContext,
  actor: Actor,
): Promise<ListedQuestionnaire[]> {
  const { catalog } = context
  const withdrawn = await withdrawnVersions(context)
  const slugs = [...new Set(catalog.versions.map(({ slug }) => slug))]
  return slugs.flatMap((slug) => {
    const versions = catalog.versions.filter((known) => known.slug === slug)
    const shown = versions.find((known) => versionState(known, withdrawn) === null) ?? versions[0]
    if (!shown) return []
    const { title, summary, domains, minutes } = shown.questionnaire
    return {
      slug,
      title,
      summary,
      minutes,
      domains: domains.length,
      items: itemsOf(shown.questionnaire).length,
      versions: versions.map((known) => ({
        version: known.version,
        state: versionState(known, withdrawn),
        since: changedSince(known, actor),
      })),
    }
  })
}
