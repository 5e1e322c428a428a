import { compareRounds, type Change } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import type { FrozenDocument } from '#assessments/frozen-copy.ts'
import { likeForLike, roundOfCopy } from '#assessments/like-for-like.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { roundHalfUp } from '#assessments/rational.ts'
import type { ChangeRow } from '#db/queries/freezing.server.ts'

/** What counts of one assessment in a series: its latest frozen copy. */
export interface FrozenRound {
  assessmentId: string
  number: number
  questionnaire: Questionnaire
  document: FrozenDocument
}

/**
 * The like-for-like changes that have to be written once the round at `place` is final, in a series with
 * the oldest first: its own since the round before and since the first, and those of later rounds that
 * were, or from now on are, taken since this one.
 *
 * @param lineage all known versions of the questionnaire
 */
export function changeRows(
  rounds: readonly FrozenRound[],
  place: number,
  lineage: readonly Questionnaire[],
): ChangeRow[] {
  const since = (which: ChangeRow['since'], older: number, newer: number) => {
    const [past, present] = [rounds[older], rounds[newer]]
    return past && present && older < newer ? rowsOf(which, past, present, lineage) : []
  }
  const later = rounds.map((_, at) => at).filter((at) => at > place)
  return [
    ...since('last', place - 1, place),
    ...since('first', 0, place),
    ...since('last', place, place + 1),
    ...(place === 0 ? later.flatMap((at) => since('first', 0, at)) : []),
  ]
}

function rowsOf(
  since: ChangeRow['since'],
  past: FrozenRound,
  present: FrozenRound,
  lineage: readonly Questionnaire[],
): ChangeRow[] {
  const { older, newer } = likeForLike(
    roundOfCopy(past.questionnaire, past.document),
    roundOfCopy(present.questionnaire, present.document),
  )
  const corresponding = correspondence(lineage, past.questionnaire.version, present.questionnaire.version)
  const { overall, domains } = compareRounds(older, newer, corresponding)
  const key = {
    assessmentId: present.assessmentId,
    number: present.number,
    since,
    sinceAssessmentId: past.assessmentId,
    sinceNumber: past.number,
  }
  const all = [
    { scope: 'overall', change: overall },
    ...domains.map((change) => ({ scope: change.id, change })),
  ]
  return all.map(({ scope, change }) => ({ ...key, scope, ...numbersOf(change) }))
}

function numbersOf({ roundedChange, displayChange, comparable, sharedWeight }: Change) {
  return {
    change: roundedChange,
    displayed: displayChange,
    comparable,
    sharedWeight: sharedWeight ? roundHalfUp(sharedWeight, 4) : 0,
  }
}
