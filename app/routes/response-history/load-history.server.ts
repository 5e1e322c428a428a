import { can, type Actor, type Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { domainOfItem, findItem } from '#assessments/questionnaire.ts'
import { readCarriedWords } from '#app/carrying/carried-words.server.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { homeOf } from '#app/own-side.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { responseHistory, type PastSave } from '#db/queries/responses.server.ts'

export type HistoryPage = Awaited<ReturnType<typeof loadHistory>>

/** Every save of one item: who, when, from, to; the latest first. */
export async function loadHistory(
  context: RequestContext,
  assessment: Assessment,
  version: CatalogVersion,
  itemId: string,
  { actor, side }: { actor: NonNullable<Actor>; side: Side },
) {
  const { questionnaire } = version
  const item = findItem(questionnaire, itemId)
  const domain = domainOfItem(questionnaire, itemId)
  if (!item || !domain) throw notFound()
  const saves = await responseHistory(context.database, assessment.id, side, itemId)
  return {
    assessment: { id: assessment.id, asOf: formatDate(assessment.asOf) },
    home: homeOf(assessment, side),
    domain: { id: domain.id, title: domain.title },
    item,
    levels: questionnaire.levels,
    mayRedact: can(actor, 'text.redact', assessment),
    carried: await readCarriedWords(context, carriedIn(itemId, saves), {
      assessment,
      version,
      personId: actor.personId,
    }),
    saves: saves.map(({ revision, before, after, savedAt, savedBy, savedByName }) => ({
      revision,
      before,
      after,
      when: formatMoment(savedAt, assessment.timeZone),
      who: savedBy === actor.personId ? 'You' : savedByName,
    })),
  }
}

/** The responses of a history by revision: each is what the save of that revision left. */
function carriedIn(itemId: string, saves: readonly PastSave[]) {
  return new Map(
    saves.flatMap(({ revision, before, after }) => [
      ...(before ? [[String(revision - 1), { itemId, response: before }] as const] : []),
      [String(revision), { itemId, response: after }] as const,
    ]),
  )
}
