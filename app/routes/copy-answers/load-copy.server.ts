import type { Actor } from '#assessments/access.ts'
import { domainOfItem, findItem } from '#assessments/questionnaire.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { readCopySources } from '#app/copying/copy-sources.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { lockWords } from '#app/lock-words.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'

/** From which of its assessments a partner can copy, and what. */
export async function loadCopy(
  context: RequestContext,
  { assessment, version, actor }: { assessment: Assessment; version: CatalogVersion; actor: Actor },
) {
  const { id, agencyName, asOf } = assessment
  const { questionnaire } = version
  const { sources } = await readCopySources(context, assessment, actor)
  const lock = lockOfSide(assessment, 'partner')
  return {
    home: homeOf(assessment, 'partner'),
    assessment: { id, agencyName, asOf: formatDate(asOf) },
    locked: lock && lockWords[lock],
    sources: sources.map(({ assessment: source, copyable }) => ({
      id: source.id,
      agency: source.agencyName,
      asOf: formatDate(source.asOf),
      items: copyable.map(({ itemId }) => ({
        id: itemId,
        domain: domainOfItem(questionnaire, itemId)?.title ?? '',
        question: findItem(questionnaire, itemId)?.question ?? itemId,
      })),
    })),
  }
}

export type CopyPage = Awaited<ReturnType<typeof loadCopy>>
