import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { isConfirmable } from '#assessments/carried.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import { readCarriedWords, type CarriedReader } from '#app/carrying/carried-words.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { homeOf } from '#app/own-side.ts'
import type { PrintedCarried } from '#app/questionnaires/printed-item.tsx'
import { readable } from '#app/questionnaires/readable.server.ts'
import { responsesOf, type Asking } from '#app/situation.server.ts'
import { reviewOf } from '#app/review-words.ts'
import { stageWords } from '#app/stage-words.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readResponses, type StoredResponse } from '#db/queries/responses.server.ts'
import { readBoth } from './read-both.server.ts'

/** An assessment with its answers, for paper. */
export async function loadPrint(
  context: RequestContext,
  assessment: Assessment,
  known: CatalogVersion,
  { actor, side }: Asking,
) {
  const { questionnaire, version } = known
  const { database, now } = context
  const both = await readBoth(context, assessment, known)
  const stored = await readResponses(database, assessment.id, side)
  const responses = responsesOf(stored, questionnaire, side)
  const shown = shownItems(questionnaire, responses)
  const { levels, domains, title } = readable(questionnaire)
  const { agencyName, partnerName, asOf, stage, timeZone } = assessment
  const standing = stageWords(stage, reviewOf(assessment).coReviewed)
  const stageFact = stage === 'final' ? standing : `${standing}; not final`
  const whose = partnerName === null || both ? [] : [`Answers of ${homeOf(assessment, side).name}`]
  return {
    heading: title,
    above: wayUp(assessment, side),
    facts: [
      ...whose,
      `${partnerName !== null && both ? `${agencyName} and ${partnerName}` : agencyName} · as of ${formatDate(asOf)} · version ${version}`,
      `${stageFact} · printed ${formatMoment(now(), timeZone)}`,
    ],
    levels,
    domains,
    both,
    /** What was carried and isn't reconfirmed, by item: it takes the place of an answer that doesn't count. */
    carried: both
      ? {}
      : await readPrintedCarried(context, stored, { assessment, version: known, personId: actor.personId }),
    responses: Object.fromEntries(
      itemsOf(questionnaire).map(({ id: itemId }): [string, Response | null] => [
        itemId,
        shown.has(itemId) ? (responses[itemId] ?? {}) : null,
      ]),
    ),
  }
}

export type PrintPage = Awaited<ReturnType<typeof loadPrint>>

async function readPrintedCarried(
  context: RequestContext,
  stored: ReadonlyMap<string, StoredResponse>,
  reader: CarriedReader,
): Promise<Record<string, PrintedCarried>> {
  const responses = new Map([...stored].map(([itemId, { response }]) => [itemId, { itemId, response }]))
  const words = await readCarriedWords(context, responses, reader)
  return Object.fromEntries(
    Object.entries(words).map(([id, said]) => {
      const response = stored.get(id)?.response ?? {}
      return [id, { words: said, response: isConfirmable(response) ? response : null }]
    }),
  )
}
