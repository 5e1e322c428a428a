import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { homeOf } from '#app/own-side.ts'
import { readable } from '#app/questionnaires/readable.server.ts'
import { responsesOf } from '#app/situation.server.ts'
import { reviewOf } from '#app/review-words.ts'
import { stageWords } from '#app/stage-words.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { readBoth } from './read-both.server.ts'

/** An assessment with its answers, for paper. */
export async function loadPrint(
  context: RequestContext,
  assessment: Assessment,
  known: CatalogVersion,
  side: Side,
) {
  const { questionnaire, version } = known
  const { database, now } = context
  const both = await readBoth(context, assessment, known)
  const responses = responsesOf(await readResponses(database, assessment.id, side))
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
    responses: Object.fromEntries(
      itemsOf(questionnaire).map(({ id: itemId }): [string, Response | null] => [
        itemId,
        shown.has(itemId) ? (responses[itemId] ?? {}) : null,
      ]),
    ),
  }
}
