import type { Database } from '#db/database.server.ts'
import { savePlace, type Place } from '#db/queries/places.server.ts'

/** How long an item may be ahead of what is kept, in milliseconds: a place is no answer, and a write costs. */
const slack = 10_000
const mostKnown = 10_000

const known = new WeakMap<Database, Map<string, Place>>()

/**
 * Remembers where a person is. Going to another domain is kept at once; within one, an item at most every
 * ten seconds. A domain without an item leaves the item that is known there.
 */
export async function rememberPlace(database: Database, place: Place): Promise<void> {
  const places = known.get(database) ?? new Map<string, Place>()
  known.set(database, places)
  const key = `${place.personId} ${place.assessmentId}`
  const before = places.get(key)
  if (before?.domainId === place.domainId) {
    if (place.itemId === null || place.itemId === before.itemId) return
    if (before.itemId !== null && place.at.getTime() - before.at.getTime() < slack) return
  }
  if (places.size >= mostKnown) places.clear()
  places.set(key, place)
  await savePlace(database, place)
}
