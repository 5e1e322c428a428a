import type { Actor, AssessmentSubject } from '#assessments/access.ts'
import { assigneeOf } from '#assessments/assignments.ts'
import { totalProgress } from '#assessments/progress.ts'
import { domainOfItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate } from '#app/format.ts'
import { nextStepOf } from '#app/next-step.ts'
import { readSituation } from '#app/situation.server.ts'
import { readPartnerStanding } from './partner-standing.server.ts'
import { findAssessment, type AssessmentRow } from '#db/queries/assessments.server.ts'
import type { Assignment } from '#db/queries/assignments.server.ts'

/** An open assessment: how far it is, what this person does next, and for whom it waits. */
export async function readWorkUnderWay(
  context: RequestContext,
  assessment: AssessmentRow & AssessmentSubject,
  actor: NonNullable<Actor>,
) {
  const version = versionOf(context, assessment)
  const whole = await findAssessment(context.database, assessment.id)
  if (!whole) throw notFound()
  const asking = { actor, side: 'agency' } as const
  const { situation, progress, assignments } = await readSituation(context, whole, version, asking)
  const { answered, applicable, unanswered } = totalProgress(progress)
  return {
    id: assessment.id,
    title: version.questionnaire.title,
    asOf: formatDate(assessment.asOf),
    answered,
    applicable,
    next: nextStepOf(situation),
    /** Whether this side is still to be submitted. */
    open: situation.stage === 'answering' && !situation.coReview?.submitted.own,
    partner: await readPartnerStanding(context, assessment.id),
    waitingFor: waitingFor(version.questionnaire, assignments, unanswered),
  }
}

export type WorkUnderWay = Awaited<ReturnType<typeof readWorkUnderWay>>

/** Whose the unanswered items are, and how many each; the most first. */
function waitingFor(
  questionnaire: Questionnaire,
  assignments: readonly Assignment[],
  unanswered: readonly string[],
): { name: string | null; count: number }[] {
  const names = new Map(assignments.map(({ personId, personName }) => [personId, personName]))
  const assignees = Object.fromEntries(assignments.map(({ target, personId }) => [target, personId]))
  const counts = new Map<string | null, number>()
  for (const id of unanswered) {
    const person = assigneeOf(assignees, domainOfItem(questionnaire, id)?.id ?? '', id)
    counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  return [...counts]
    .map(([person, count]) => ({ name: person === null ? null : (names.get(person) ?? null), count }))
    .sort((one, other) => other.count - one.count)
}
