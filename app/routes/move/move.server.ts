import { z } from 'zod'
import type { RequestContext } from '#app/context.server.ts'
import { aboutOf } from '#app/mail/about.ts'
import { tellCoordinators } from '#app/mail/tell-coordinators.server.ts'
import { versionMovedMail, versionMoveUndoneMail } from '#app/mail/version-mails.ts'
import { moveRefusalWords } from '#app/moving/move-words.ts'
import { changesPath, newerVersion } from '#app/moving/newer-version.server.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { moveToVersion, undoMove } from '#db/queries/move-version.server.ts'

const formSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('move'),
    from: z.string().max(100),
    to: z.string().max(100),
    agencyRevision: z.coerce.number().int().min(0),
  }),
  z.object({ intent: z.literal('undo') }),
])

export type MoveAnswer = { status: 'done' } | { status: 'refused'; http: 400 | 409; sentence: string }

const refused = (http: 400 | 409, sentence: string): MoveAnswer => ({ status: 'refused', http, sentence })

/** Moves an assessment to the version that was seen, or back; tells open pages of both sides, and the partner. */
export async function move(
  context: RequestContext,
  assessment: Assessment,
  by: string,
  form: FormData,
): Promise<MoveAnswer> {
  const read = formSchema.safeParse(Object.fromEntries(form))
  if (!read.success)
    return refused(400, 'Something in what was sent is not as expected. Load the page again.')
  if (read.data.intent === 'undo') return moveBack(context, assessment, by)
  const { from, to: named, agencyRevision } = read.data
  const to = await newerVersion(context, assessment)
  if (from !== assessment.version || to?.version !== named) return refused(409, otherVersion)
  const { database, catalog, now } = context
  const outcome = await moveToVersion(database, {
    ...{ assessmentId: assessment.id, lineage: catalog.lineage(assessment.slug), by, at: now(), to },
    seen: { version: from, agencyRevision },
  })
  if (outcome.status === 'stale') return refused(409, answeredMeanwhile)
  if (outcome.status === 'refused')
    return refused(409, `Nothing was moved. ${moveRefusalWords[outcome.reason]}`)
  await tell(context, assessment, { from, to: named }, versionMovedMail)
  return { status: 'done' }
}

const otherVersion =
  'Nothing was moved: the assessment or what is on offer is of another version by now. This page shows what is there.'
const answeredMeanwhile =
  'Nothing was moved: somebody of your side answered while you were looking. Look at the answers below again.'

async function moveBack(context: RequestContext, assessment: Assessment, by: string): Promise<MoveAnswer> {
  const { database, catalog, now } = context
  const lineage = catalog.lineage(assessment.slug)
  const outcome = await undoMove(database, { assessmentId: assessment.id, lineage, by, at: now() })
  if (outcome.status === 'stale') return refused(409, notBack)
  if (outcome.status === 'refused')
    return refused(409, `Nothing was moved. ${moveRefusalWords[outcome.reason]}`)
  const { fromVersion, toVersion } = outcome.move
  await tell(context, assessment, { from: toVersion, to: fromVersion }, versionMoveUndoneMail)
  return { status: 'done' }
}

const notBack =
  'It can’t be moved back any more: something was answered in this version, or it was moved back already.'

async function tell(
  context: RequestContext,
  { id, slug }: Assessment,
  { from, to }: { from: string; to: string },
  mail: typeof versionMovedMail,
): Promise<void> {
  const moved = await findAssessment(context.database, id)
  if (!moved) return
  for (const { side, revision } of Object.values(moved.sides)) {
    context.live.publish({ assessmentId: id, side, revision })
  }
  if (moved.partnerId === null || moved.alone) return
  const changes = `${context.environment.origin}${changesPath(slug, from, to)}`
  await tellCoordinators(context, moved.partnerId, mail({ ...aboutOf(context, moved), from, to, changes }))
}
