import { can, sideOf, type Actor } from '#assessments/access.ts'
import { totalProgress } from '#assessments/progress.ts'
import { dayOf } from '#app/calendar.ts'
import { readTalkStanding } from '#app/co-review/talk-standing.server.ts'
import { talkStepOf } from '#app/co-review/talk-step.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate, formatDue } from '#app/format.ts'
import { nextStepOf } from '#app/next-step.ts'
import { readSituation } from '#app/situation.server.ts'
import { daysForPartner } from '#assessments/going-alone.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import type { PartnerAssessment } from '#db/queries/partner-assessments.server.ts'

/** An assessment on the home of the partner that rates it. Of the agency's answering, only whether it has submitted. */
export interface PartnerWork {
  id: string
  title: string
  asOf: string
  /** How far the partner itself is; null where there is nothing to answer. */
  progress: { answered: number; applicable: number } | null
  sentences: string[]
  next: { label: string; to: string }
  /** Whether the partner is to do something now. */
  waitsForUs: boolean
  /** The day after which the agency may go on without the partner. */
  due: string | null
}

type Standing = Pick<PartnerWork, 'sentences' | 'next' | 'waitsForUs'> &
  Partial<Pick<PartnerWork, 'progress' | 'due'>>

/** What an assessment that isn't final wants of the partner. */
export async function readPartnerWork(
  context: RequestContext,
  assessment: PartnerAssessment,
  actor: NonNullable<Actor>,
): Promise<PartnerWork> {
  const { id, asOf } = assessment
  const { questionnaire } = versionOf(context, assessment)
  const standing = await standingOf(context, assessment, actor)
  return { id, title: questionnaire.title, asOf: formatDate(asOf), progress: null, due: null, ...standing }
}

async function standingOf(
  context: RequestContext,
  assessment: PartnerAssessment,
  actor: NonNullable<Actor>,
): Promise<Standing> {
  const { id, agencyName, stage, alone, partnership, submittedAt } = assessment
  const own = { label: 'Read your own answers', to: `/assessments/${id}` }
  if (sideOf(actor, assessment) !== 'partner') {
    const sentence = `You also belong to ${agencyName}, and act for it in this assessment: of its partner’s answers you see what the agency sees.`
    return { sentences: [sentence], next: { ...own, label: 'Open the assessment' }, waitsForUs: false }
  }
  if (alone) {
    const sentence = `${agencyName} went on without its partner. Your own answers stay readable to you.`
    return { sentences: [sentence], next: own, waitsForUs: false }
  }
  if (partnership !== 'active') {
    const sentence = 'The partnership has ended. What you answered stays readable, and can’t be changed.'
    return { sentences: [sentence], next: own, waitsForUs: false }
  }
  if (stage === 'reconciling') return reconcilingStanding(context, assessment, actor)
  if (submittedAt) {
    const sentence = `You have submitted. ${agencyName} hasn’t submitted yet.`
    return { sentences: [sentence], next: own, waitsForUs: false }
  }
  return answeringStanding(context, assessment, actor)
}

async function reconcilingStanding(
  context: RequestContext,
  assessment: PartnerAssessment,
  actor: NonNullable<Actor>,
): Promise<Standing> {
  const standing = await readTalkStanding(context, assessment)
  const may = {
    settle: can(actor, 'differences.settle', assessment),
    sign: can(actor, 'assessment.sign', assessment),
  }
  const { label, sentence } = talkStepOf(standing, { side: 'partner', other: assessment.agencyName, may })
  return {
    sentences: [sentence],
    next: { label, to: `/assessments/${assessment.id}/differences` },
    waitsForUs: standing.left > 0 || !standing.signed.partner,
  }
}

async function answeringStanding(
  context: RequestContext,
  assessment: PartnerAssessment,
  actor: NonNullable<Actor>,
): Promise<Standing> {
  const { agencyName, agencySubmittedAt, agencyTimeZone } = assessment
  const version = versionOf(context, assessment)
  const whole = await findAssessment(context.database, assessment.id)
  if (!whole) throw notFound()
  const asking = { actor, side: 'partner' } as const
  const { situation, progress } = await readSituation(context, whole, version, asking)
  const { answered, applicable } = totalProgress(progress)
  const { label, to, sentence } = nextStepOf(situation)
  const today = dayOf(context.now(), agencyTimeZone)
  const overdueAt = agencySubmittedAt && new Date(agencySubmittedAt.getTime() + daysForPartner * 86_400_000)
  const due = overdueAt && dayOf(overdueAt, agencyTimeZone)
  const submitted = due
    ? `${agencyName} has submitted. From ${formatDate(due)} (${formatDue(due, today)}) it can go on without you.`
    : `${agencyName} hasn’t submitted yet.`
  return {
    // How much is left, the progress says.
    sentences: answered < applicable ? [submitted] : [sentence, submitted],
    progress: { answered, applicable },
    next: { label, to },
    waitsForUs: true,
    due,
  }
}
