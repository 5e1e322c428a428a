import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { readable } from '#app/questionnaires/readable.server.ts'
import { responsesOf } from '#app/situation.server.ts'
import { standingWords } from '#app/stage-words.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'

/** An assessment with its answers, for paper. */
export async function loadPrint(
  { database, now }: RequestContext,
  assessment: Assessment,
  { questionnaire, version }: CatalogVersion,
  side: Side,
) {
  const responses = responsesOf(await readResponses(database, assessment.id, side))
  const shown = shownItems(questionnaire, responses)
  const { levels, domains, title } = readable(questionnaire)
  const { id, agencyName, asOf, stage, timeZone } = assessment
  const stageFact = stage === 'final' ? standingWords(stage) : `${standingWords(stage)}; not final`
  return {
    heading: title,
    above: [{ label: title, to: `/assessments/${id}` }],
    facts: [
      `${agencyName} · as of ${formatDate(asOf)} · version ${version}`,
      `${stageFact} · printed ${formatMoment(now(), timeZone)}`,
    ],
    levels,
    domains,
    responses: Object.fromEntries(
      itemsOf(questionnaire).map(({ id: itemId }): [string, Response | null] => [
        itemId,
        shown.has(itemId) ? (responses[itemId] ?? {}) : null,
      ]),
    ),
  }
}
