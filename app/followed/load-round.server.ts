import { readFrozen } from '#assessments/frozen-copy.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { sharedCopy, type SharedCopy } from '#assessments/shared-copy.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate } from '#app/format.ts'
import { whyAlone } from '#app/review-words.ts'
import { findAssessment, type ListedAssessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy, type FrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { findResult } from '#db/queries/results.server.ts'
import { readChanges, readScores } from '#db/queries/scores.server.ts'
import { sharingOf, type Shared } from '#db/queries/sharing.server.ts'
import { answersView } from './answers-view.ts'

/** One final round as far as it is shared: made of a SharedCopy and of the rows that were computed with it. */
export async function loadRound(context: RequestContext, assessment: ListedAssessment, shared: Shared) {
  const copy = await latestFrozenCopy(context.database, assessment.id)
  if (!copy) return null
  const { questionnaire } = versionOf(context, assessment)
  const sharing = sharingOf(shared, assessment.partnershipId)
  const seen = sharedCopy(readFrozen(copy.document), questionnaire, sharing)
  if (!seen) return null
  return {
    id: assessment.id,
    asOf: formatDate(seen.asOf),
    questionnaire: `${questionnaire.title}, version ${questionnaire.version}`,
    beingRevised: assessment.stage !== 'final',
    review: seen.coReviewed
      ? 'Co-reviewed: the agency and its partner rated it independently and settled their differences. The agreed levels count.'
      : `Not co-reviewed: ${whyAlone(seen.alone ?? null)}.`,
    change: await changeOf(context, copy, seen),
    scores: await scoresOf(context, copy, questionnaire, seen),
    answers: answersView(questionnaire, seen),
  }
}

export type FollowedRound = NonNullable<Awaited<ReturnType<typeof loadRound>>>

/** Overall and by domain: what pages show of a score, how it changed, and what caps its band. */
async function scoresOf(
  { database }: RequestContext,
  { assessmentId, number }: FrozenCopy,
  questionnaire: Questionnaire,
  { scorecard }: SharedCopy,
) {
  const [rows, changes] = await Promise.all([
    readScores(database, assessmentId, number),
    readChanges(database, assessmentId, number),
  ])
  const line = (scope: string, title: string, score: SharedCopy['scorecard']['overall']) => ({
    scope,
    title,
    displayed: rows.find((row) => row.scope === scope)?.displayed ?? null,
    answered: score.answered,
    applicable: score.applicable,
    band: questionnaire.scoring.bands.find(({ id }) => id === score.band)?.label ?? null,
    change: changes.find((row) => row.scope === scope && row.since === 'last')?.displayed ?? null,
    cappedBy: score.cappedBy.map((id) => findItem(questionnaire, id)?.question ?? id),
  })
  return [
    line('overall', 'Overall', scorecard.overall),
    ...questionnaire.domains.flatMap(({ id, title }) => {
      const score = scorecard.domains.find((one) => one.id === id)
      return score ? [line(id, title, score)] : []
    }),
  ]
}

export type ScoreLine = FollowedRound['scores'][number]

/** Since when the changes are, and what they are taken on; null where it is the first round. */
async function changeOf({ database }: RequestContext, copy: FrozenCopy, { coReviewed }: SharedCopy) {
  const changes = await readChanges(database, copy.assessmentId, copy.number)
  const overall = changes.find(({ scope, since }) => scope === 'overall' && since === 'last')
  if (!overall) return null
  const [before, result] = await Promise.all([
    findAssessment(database, overall.sinceAssessmentId),
    findResult(database, overall.sinceAssessmentId, overall.sinceNumber),
  ])
  const agreed = coReviewed && result?.coReviewed === true
  return {
    since: before ? formatDate(before.asOf) : '',
    basis: `Changes are like for like, on items that both rounds have in common: ${agreed ? 'agreed levels with agreed levels' : 'the agency’s own ratings with its own'}.`,
  }
}
