import type { Side } from '#assessments/access.ts'
import { carryForward, type CarriedItem } from '#assessments/carrying.ts'
import type { RequestContext } from '#app/context.server.ts'
import type { Assessment, AssessmentRow } from '#db/queries/assessments.server.ts'
import { findLastRound } from '#db/queries/last-round.server.ts'
import { readResponses, type StoredResponse } from '#db/queries/responses.server.ts'

/** What one side can carry forward to an assessment from its last one. */
export interface CarryingRead {
  from: AssessmentRow
  /** What comes to items that have nothing here yet, in the order of the questionnaire. */
  items: CarriedItem[]
  /** Ids of items that were answered before and have an answer here: these stay. */
  staying: string[]
  /** Ids of the earlier version's items that were answered and are asked no more. */
  left: string[]
}

/** Each side its own responses, never the agreed ones; null where a side has no last assessment. */
export async function readCarrying(
  { database, catalog }: RequestContext,
  assessment: Pick<Assessment, 'id' | 'agencyId' | 'slug' | 'version' | 'startedAt' | 'partnerId'>,
  side: Side,
  current: ReadonlyMap<string, Pick<StoredResponse, 'response'>>,
): Promise<CarryingRead | null> {
  const { slug, version } = assessment
  const to = catalog.find(slug, version)?.questionnaire
  const from = await findLastRound(database, assessment, side)
  if (!to || !from) return null
  const stored = await readResponses(database, from.id, side)
  const answers = new Map(
    [...stored].map(([id, { response, updatedAt, updatedBy }]) => [
      id,
      { response, at: updatedAt.toISOString(), person: updatedBy },
    ]),
  )
  const given = { assessment: from.id, version: from.version, answers }
  const { items, left } = carryForward(catalog.lineage(slug), given, to, side)
  const isOpen = ({ itemId }: CarriedItem) => Object.keys(current.get(itemId)?.response ?? {}).length === 0
  return {
    from,
    items: items.filter(isOpen),
    staying: items.filter((item) => !isOpen(item)).map(({ itemId }) => itemId),
    left,
  }
}
