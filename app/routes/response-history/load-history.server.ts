import { can, type Actor, type Side } from '#assessments/access.ts'
import { readCarriedWords } from '#app/carrying/carried-words.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { findKeptItem } from '#app/kept-item.server.ts'
import { homeOf } from '#app/own-side.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { responseHistory, type PastSave } from '#db/queries/responses.server.ts'

export type HistoryPage = Awaited<ReturnType<typeof loadHistory>>

/** Every save of one item: who, when, from, to; the latest first. */
export async function loadHistory(
  context: RequestContext,
  assessment: Assessment,
  itemId: string,
  { actor, side }: { actor: NonNullable<Actor>; side: Side },
) {
  const { item, domain, questionnaire, asked } = await findKeptItem(context, assessment, itemId)
  const saves = await responseHistory(context.database, assessment.id, side, itemId)
  return {
    assessment: { id: assessment.id, asOf: formatDate(assessment.asOf) },
    home: homeOf(assessment, side),
    /** Null for what the assessment's version doesn't ask any more. */
    domain: asked ? { id: domain.id, title: domain.title } : null,
    version: questionnaire.version,
    item,
    levels: questionnaire.levels,
    mayRedact: can(actor, 'text.redact', assessment),
    carried: await readCarriedWords(context, carriedIn(itemId, saves), {
      assessment,
      version: versionOf(context, assessment),
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
