import type { ListedAssessment } from '#db/queries/assessments.server.ts'

/** Ids of assessments as the address names them. */
export interface AskedRounds {
  from?: string | undefined
  to?: string | undefined
}

export type Choice =
  /** The older round first, whichever way round they were asked for. */
  | { status: 'two'; older: ListedAssessment; newer: ListedAssessment }
  | { status: 'same' | 'different-questionnaires'; from: ListedAssessment; to: ListedAssessment }
  /** There is no second round to compare with. */
  | { status: 'too-few' }
  /** What is asked for is none of these rounds. */
  | { status: 'unknown' }

/**
 * Which two rounds are compared. Where the address names one, it is compared with its neighbor; where it names
 * none, the latest is compared with the one before it.
 *
 * @param rounds an agency's final assessments, the latest first
 */
export function chooseRounds(rounds: readonly ListedAssessment[], asked: AskedRounds): Choice {
  const find = (id: string | undefined) => rounds.find((round) => round.id === id)
  const [askedFrom, askedTo] = [find(asked.from), find(asked.to)]
  if ((asked.from && !askedFrom) || (asked.to && !askedTo)) return { status: 'unknown' }
  const to = askedTo ?? (askedFrom ? latestBeside(rounds, askedFrom) : latestOfTwo(rounds))
  const from = askedFrom ?? (to && neighborOf(rounds, to))
  if (!from || !to) return { status: 'too-few' }
  if (from.id === to.id) return { status: 'same', from, to }
  if (from.slug !== to.slug) return { status: 'different-questionnaires', from, to }
  const inOrder = rounds.indexOf(from) > rounds.indexOf(to)
  return { status: 'two', ...(inOrder ? { older: from, newer: to } : { older: to, newer: from }) }
}

function ofItsQuestionnaire(rounds: readonly ListedAssessment[], { slug }: ListedAssessment) {
  return rounds.filter((round) => round.slug === slug)
}

function latestOfTwo(rounds: readonly ListedAssessment[]) {
  return rounds.find((round) => ofItsQuestionnaire(rounds, round).length > 1)
}

function latestBeside(rounds: readonly ListedAssessment[], from: ListedAssessment) {
  return ofItsQuestionnaire(rounds, from).find((round) => round !== from)
}

/** The round before it, or the one after the first. */
function neighborOf(rounds: readonly ListedAssessment[], to: ListedAssessment) {
  const own = ofItsQuestionnaire(rounds, to)
  const place = own.indexOf(to)
  return own[place + 1] ?? own[place - 1]
}
