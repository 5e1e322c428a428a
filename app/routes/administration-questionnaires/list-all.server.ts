import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { questionnaireName } from '#assessments/questionnaire.ts'
import type { RequestContext } from '#app/context.server.ts'
import { offeredVersions, withdrawnVersions } from '#app/questionnaires/offered.server.ts'
import { listVersionUse } from '#db/queries/questionnaire-versions.server.ts'

/** A version as administrators see it: whether it can be used, and how much it is. */
export interface ListedVersion {
  version: string
  states: ('Offered' | 'Older' | 'Draft' | 'Withdrawn' | 'File gone')[]
  inProgress: number
  final: number
  /** The version that it revises, null where it says nothing. */
  since: string | null
  firstDomain: string
  /** What can be done: nothing with a draft, nor with what has no file. */
  can: 'withdraw' | 'offer-again' | null
}

/** Every questionnaire with its versions, the newest first. */
export async function listAll(context: RequestContext) {
  const { catalog, database } = context
  const [withdrawn, offered, uses] = await Promise.all([
    withdrawnVersions(context),
    offeredVersions(context),
    listVersionUse(database),
  ])
  const useOf = new Map(uses.map((use) => [questionnaireName(use), use]))
  const listed = (known: CatalogVersion): ListedVersion => {
    const { questionnaire, version } = known
    const isWithdrawn = withdrawn.has(questionnaireName(known))
    const use = useOf.get(questionnaireName(known))
    return {
      ...{ version, states: statesOf(known, isWithdrawn, offered.includes(known)) },
      ...{ inProgress: use?.inProgress ?? 0, final: use?.final ?? 0 },
      since: questionnaire.revises?.version ?? null,
      firstDomain: questionnaire.domains[0]?.id ?? '',
      can: isWithdrawn ? 'offer-again' : known.offered ? 'withdraw' : null,
    }
  }
  const slugs = [...new Set(catalog.versions.map(({ slug }) => slug))]
  return slugs.map((slug) => {
    const versions = catalog.versions.filter((known) => known.slug === slug)
    return { slug, title: versions[0]?.questionnaire.title ?? slug, versions: versions.map(listed) }
  })
}

function statesOf({ questionnaire, file }: CatalogVersion, isWithdrawn: boolean, isOffered: boolean) {
  const states: ListedVersion['states'] = []
  if (questionnaire.draft) states.push('Draft')
  if (isWithdrawn) states.push('Withdrawn')
  if (file === null) states.push('File gone')
  if (states.length === 0) states.push(isOffered ? 'Offered' : 'Older')
  return states
}
