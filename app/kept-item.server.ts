import type { Item } from '#assessments/item.ts'
import { domainOfItem, findItem, type Domain, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { listVersionMoves } from '#db/queries/version-moves.server.ts'
import { notFound, type RequestContext } from './context.server.ts'

/** An item that an assessment asks, or asked under the version that it was of before. */
export interface KeptItem {
  item: Item
  domain: Domain
  /** The version that it is of. */
  questionnaire: Questionnaire
  /** False for what was asked before the assessment was moved to another version, and isn't any more. */
  asked: boolean
}

/** Finds an item whose answers an assessment keeps, in its own version first; a 404 where there is none. */
export async function findKeptItem(
  { database, catalog }: RequestContext,
  { id, slug, version }: Assessment,
  itemId: string,
): Promise<KeptItem> {
  const moves = await listVersionMoves(database, id)
  const versions = moves.reverse().flatMap(({ toVersion, fromVersion }) => [toVersion, fromVersion])
  for (const name of [version, ...versions]) {
    const questionnaire = catalog.find(slug, name)?.questionnaire
    const item = questionnaire && findItem(questionnaire, itemId)
    const domain = questionnaire && domainOfItem(questionnaire, itemId)
    if (item && domain) return { item, domain, questionnaire, asked: name === version }
  }
  throw notFound()
}
