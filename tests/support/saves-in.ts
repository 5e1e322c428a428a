import { count, max } from 'drizzle-orm'
import { expect } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'

/**
 * The ids of the saves in a database file that a killed process or a backup left, after seeing to it that
 * each of them is there whole: the side's revision, the response and its history.
 */
export async function savesIn(file: string, assessmentId: string): Promise<ReadonlySet<string>> {
  const database = await openDatabase(file)
  try {
    const { responses, responseHistory } = database.tables
    const history = await database.orm.select().from(responseHistory)
    const newest = await database.orm
      .select({ itemId: responseHistory.itemId, revision: max(responseHistory.revision), saves: count() })
      .from(responseHistory)
      .groupBy(responseHistory.itemId)
      .orderBy(responseHistory.itemId)
    const present = await database.orm.select().from(responses).orderBy(responses.itemId)
    const assessment = await findAssessment(database, assessmentId)
    expect(assessment?.sides.agency?.revision).toBe(history.length)
    expect(present.map(({ itemId, revision }) => ({ itemId, revision, saves: revision }))).toEqual(newest)
    return new Set(history.map(({ saveId }) => saveId))
  } finally {
    await database.close()
  }
}
