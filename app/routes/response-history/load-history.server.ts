import { can, type Actor, type Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { domainOfItem, findItem } from '#assessments/questionnaire.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { homeOf } from '#app/own-side.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { responseHistory } from '#db/queries/responses.server.ts'

export type HistoryPage = Awaited<ReturnType<typeof loadHistory>>

/** Every save of one item: who, when, from, to; the latest first. */
export async function loadHistory(
  { database }: RequestContext,
  assessment: Assessment,
  { questionnaire }: CatalogVersion,
  itemId: string,
  { actor, side }: { actor: NonNullable<Actor>; side: Side },
) {
  const item = findItem(questionnaire, itemId)
  const domain = domainOfItem(questionnaire, itemId)
  if (!item || !domain) throw notFound()
  const saves = await responseHistory(database, assessment.id, side, itemId)
  return {
    assessment: { id: assessment.id, asOf: formatDate(assessment.asOf) },
    home: homeOf(assessment, side),
    domain: { id: domain.id, title: domain.title },
    item,
    levels: questionnaire.levels,
    mayRedact: can(actor, 'text.redact', assessment),
    saves: saves.map(({ revision, before, after, savedAt, savedBy, savedByName }) => ({
      revision,
      before,
      after,
      when: formatMoment(savedAt, assessment.timeZone),
      who: savedBy === actor.personId ? 'You' : savedByName,
    })),
  }
}
