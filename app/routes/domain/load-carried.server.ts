import type { Response } from '#assessments/response.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { findPerson } from '#db/queries/people.server.ts'

/** Where a copied answer was given, when and by whom, in words. */
export interface CarriedWords {
  from: string
  when: string
  by: string
}

/** What the page says of copied answers, by the id of the assessment and of the person that they come from. */
export async function loadCarried(
  { database }: RequestContext,
  responses: ReadonlyMap<string, { response: Response }>,
  { timeZone, personId }: { timeZone: string; personId: string },
): Promise<Record<string, CarriedWords>> {
  const carried = [...responses].flatMap(([itemId, { response }]) =>
    response.carried ? [{ itemId, ...response.carried }] : [],
  )
  const entries = await Promise.all(
    carried.map(async ({ itemId, assessment, person, at }): Promise<[string, CarriedWords]> => {
      const [source, giver] = await Promise.all([
        findAssessment(database, assessment),
        findPerson(database, person),
      ])
      const from = source ? `${source.agencyName}, as of ${formatDate(source.asOf)}` : 'another assessment'
      const by = person === personId ? 'you' : (giver?.name ?? 'a former member')
      return [itemId, { from, when: formatMoment(new Date(at), timeZone), by }]
    }),
  )
  return Object.fromEntries(entries)
}
