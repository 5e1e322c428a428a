import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { moveRefusalWords } from '#app/moving/move-words.ts'
import { changesPath, newerVersion } from '#app/moving/newer-version.server.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { moveRefusal } from '#db/move-rules.ts'
import { previewMove } from './preview.ts'

/** What moving an assessment to the newest version would do to the agency's answers. */
export async function loadMove(
  context: RequestContext,
  assessment: Assessment,
  { questionnaire }: CatalogVersion,
) {
  const { database, catalog } = context
  const { id, slug, version, asOf, partnerName, alone } = assessment
  const to = await newerVersion(context, assessment)
  const refusal = moveRefusal(assessment, (await latestFrozenCopy(database, id)) !== undefined)
  const stored = await readResponses(database, id, 'agency')
  const answers = new Map(
    [...stored].map(([itemId, { response, updatedAt, updatedBy }]) => [
      itemId,
      { response, at: updatedAt.toISOString(), person: updatedBy },
    ]),
  )
  const given = { assessment: id, version, answers }
  return {
    assessment: { id, asOf: formatDate(asOf), title: questionnaire.title },
    above: wayUp(assessment, 'agency'),
    from: version,
    to: to?.version ?? null,
    changes: to ? changesPath(slug, version, to.version) : null,
    /** Why it can't be moved, null where it can. */
    whyNot: refusal && moveRefusalWords[refusal],
    /** What was looked at; if the agency answers meanwhile, the preview is shown anew. */
    agencyRevision: assessment.sides.agency?.revision ?? 0,
    preview: to && previewMove(catalog.lineage(slug), given, [questionnaire, to.questionnaire], 'agency'),
    partnerName: alone ? null : partnerName,
  }
}

export type MovePage = Awaited<ReturnType<typeof loadMove>>
