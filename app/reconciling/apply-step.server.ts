import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { findPrivateText, type PrivatePassage } from '#assessments/private-text.ts'
import type { AttemptedStep } from '#assessments/reconciliation-rules.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { readReconciliation, type TakeRefusal } from '#db/queries/reconciliation.server.ts'
import type { RequestContext } from '../context.server.ts'
import { takeOrFinalize } from '../finalizing/sign.server.ts'
import { aboutOf } from '../mail/about.ts'
import { finalMail, signedMail } from '../mail/reconciling-mails.ts'
import { publishAgreed } from './publish-agreed.server.ts'
import type { IncomingStep } from './read-step.server.ts'
import { refusalWords } from './refusal-words.ts'
import type { StepReply } from './step-reply.ts'
import { stepWords } from './talk-words.ts'
import { tellBoth } from './tell-both.server.ts'

/** Whose step it is, and on what. */
export interface StepTarget {
  assessment: Assessment
  version: CatalogVersion
  side: Side
  personId: string
}

/** Takes one step that was read, tells open pages, and after a signature mails both sides. */
export async function applyStep(
  context: RequestContext,
  target: StepTarget,
  { step, stepId, confirmedPrivate }: IncomingStep,
): Promise<StepReply> {
  const found = confirmedPrivate ? [] : privatePassages(step)
  if (found.length > 0) return { status: 'private', found }
  const { assessment, version, personId } = target
  const taking = { assessmentId: assessment.id, step, stepId, personId, at: context.now() }
  const outcome = await takeOrFinalize(context, version, taking)
  if (outcome.status === 'refused') return refusal(context, target, step, outcome.reason)
  if (outcome.status === 'repeated') {
    const now = await findAssessment(context.database, assessment.id)
    return { ...outcome, final: now?.stage === 'final' }
  }
  const final = outcome.number !== null
  await publishAgreed(context, assessment.id)
  if (step.kind === 'signed') await tellOfSignature(context, target, final)
  return { status: 'taken', revision: outcome.revision, final }
}

function privatePassages(step: AttemptedStep): PrivatePassage[] {
  const texts = [
    'text' in step ? step.text : null,
    'note' in step ? step.note : null,
    step.kind === 'proposed' && 'notApplicable' in step.proposal ? step.proposal.notApplicable : null,
  ]
  return texts.flatMap((text) => (text === null ? [] : findPrivateText(text)))
}

async function refusal(
  { database }: RequestContext,
  { assessment, version: { questionnaire } }: StepTarget,
  step: AttemptedStep,
  reason: TakeRefusal,
): Promise<StepReply> {
  const sentence = refusalWords[reason]
  if (!('item' in step) || (reason !== 'moved-on' && reason !== 'nothing-proposed')) {
    return { status: 'refused', reason, sentence }
  }
  const { state, names } = await readReconciliation(database, assessment.id, questionnaire)
  const last = state.items.get(step.item)?.thread.findLast(({ kind }) => kind !== 'commented')
  const who = last && (names.get(last.person) ?? 'Somebody')
  const meanwhile = last ? `${who} ${stepWords(last, questionnaire.levels)} meanwhile. ` : ''
  return { status: 'refused', reason, sentence: `${meanwhile}${sentence}` }
}

async function tellOfSignature(context: RequestContext, { assessment, side }: StepTarget, final: boolean) {
  const about = aboutOf(context, assessment)
  const { agencyName, partnerName } = about
  const [organization, waitsFor] = side === 'agency' ? [agencyName, partnerName] : [partnerName, agencyName]
  const mail = final ? finalMail(about) : signedMail(about, { organization, waitsFor })
  await tellBoth(context, assessment, mail)
}
