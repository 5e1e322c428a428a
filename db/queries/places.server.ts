import { and, eq } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Tables } from '../statement.ts'

/** Where a person left an assessment: a domain, and an item of it where there was one. */
export type Place = Tables['places']['$inferSelect']

/** Remembers where a person is; the place before is forgotten. */
export async function savePlace(database: Database, place: Place): Promise<void> {
  const { places } = database.tables
  const { domainId, itemId, at } = place
  await database.orm
    .insert(places)
    .values(place)
    .onConflictDoUpdate({ target: [places.personId, places.assessmentId], set: { domainId, itemId, at } })
}

/** Where a person left an assessment, if they were ever there. */
export async function findPlace(
  database: Database,
  personId: string,
  assessmentId: string,
): Promise<Place | undefined> {
  const { places } = database.tables
  const [place] = await database.orm
    .select()
    .from(places)
    .where(and(eq(places.personId, personId), eq(places.assessmentId, assessmentId)))
  return place
}
