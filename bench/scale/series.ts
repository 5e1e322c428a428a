import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { frozenDocumentSchema, freezeAlone, type FrozenDocument } from '#assessments/frozen-copy.ts'
import { levelItemsOf, itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { changeRows, type FrozenRound } from '#app/finalizing/change-rows.ts'
import { resultRow } from '#app/finalizing/result-row.ts'
import { scoreRows } from '#app/finalizing/score-rows.ts'
import type { ChangeRow, Freezing } from '#db/queries/freezing.server.ts'
import { randomFor, type Random } from '../../demo/random.ts'

/** One round of a made-up agency: all that is kept of it, under ids that stand for others. */
export interface SeriesRound {
  asOf: string
  version: string
  document: FrozenDocument
  scores: Freezing['scores']
  result: ReturnType<typeof resultRow>
  changes: ChangeRow[]
}

/** The id that stands for the assessment of a round until an agency has its own. */
export const placeholder = (round: number) => `00000000-0000-4000-8000-${String(round).padStart(12, '0')}`

/** What an agency answered over so many rounds, a year apart, the last of them recent; half under each version. */
export function makeSeries(seed: number, rounds: number, versions: readonly CatalogVersion[]): SeriesRound[] {
  const lineage = versions.map(({ questionnaire }) => questionnaire)
  const coReviewed = seed % 5 < 2
  const frozen = Array.from({ length: rounds }, (_, round): FrozenRound => {
    const version = versions[Math.min(versions.length - 1, Math.floor((round * versions.length) / rounds))]
    if (!version) throw new Error('there is no version to answer')
    const document = freeze(version, seed, round, rounds, coReviewed)
    const { questionnaire } = version
    return { assessmentId: placeholder(round), number: 1, questionnaire, document }
  })
  return frozen.map(({ questionnaire, document }, place) => {
    const scores = scoreRows(document.scorecard, questionnaire, document.agreed ?? document.responses.agency)
    const changes = changeRows(frozen.slice(0, place + 1), place, lineage)
    const { asOf } = document
    const result = resultRow(questionnaire, document, scores)
    return { asOf, version: questionnaire.version, document, scores, result, changes }
  })
}

function freeze(
  { questionnaire, sha256 }: CatalogVersion,
  seed: number,
  round: number,
  rounds: number,
  coReviewed: boolean,
): FrozenDocument {
  const random = randomFor('series', seed, round)
  const asOf = dateOf(rounds - 1 - round, random)
  const responses = answers(questionnaire, 1 + (seed % 3) * 0.6 + round * 0.25, random)
  const document = freezeAlone({
    ...{ assessmentId: placeholder(round), asOf, questionnaire, questionnaireSha256: sha256, responses },
    submitted: { person: placeholder(99), at: `${asOf}T15:00:00.000Z` },
  })
  if (!coReviewed) return document
  const partner = answers(questionnaire, 1 + (seed % 3) * 0.5 + round * 0.2, random)
  const settled = Object.fromEntries(
    levelItemsOf(itemsOf(questionnaire)).map(({ id }) => [id, 'same' as const]),
  )
  return frozenDocumentSchema.parse({
    ...document,
    ...{ coReviewed: true, agreed: document.responses.agency, settled },
    responses: { agency: document.responses.agency, partner },
  })
}

function answers(questionnaire: Questionnaire, level: number, random: Random): Responses {
  return Object.fromEntries(
    levelItemsOf(itemsOf(questionnaire)).flatMap(({ id, notApplicable }): [string, Response][] => {
      if (random.chance(0.04)) return []
      if (notApplicable && random.chance(0.05))
        return [[id, { notApplicable: 'We have none of these here.' }]]
      const value = Math.max(1, Math.min(5, Math.round(level + random.around(2))))
      const note = random.chance(0.1) ? { note: 'The workgroup looked at this in its last meeting.' } : {}
      return [[id, { value, ...note }]]
    }),
  )
}

/** A day some years before autumn 2026. */
function dateOf(yearsAgo: number, random: Random): string {
  const day = new Date(Date.UTC(2026 - yearsAgo, 0, 1 + random.between(0, 300)))
  return day.toISOString().slice(0, 10)
}
