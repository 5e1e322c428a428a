import { can, type Actor } from '#assessments/access.ts'
import type { AloneReason } from '#assessments/alone-reason.ts'
import { readFrozen, type FrozenDocument } from '#assessments/frozen-copy.ts'
import { roundOfCopy } from '#assessments/like-for-like.ts'
import { latestCopies, type FrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import type { RequestContext } from '../context.server.ts'
import { versionOf } from '../find-allowed.server.ts'
import type { FinalRound } from './round.ts'

/** A round with what pages say of its copy. */
export interface ReadRound extends FinalRound {
  coReviewed: boolean
  /** Why it went on without its partner; null where it didn't. */
  alone: AloneReason | null
  signatures: FrozenDocument['signatures']
  /** Reopened and not yet final again: this copy counts until then. */
  beingRevised: boolean
}

/** What a frozen copy holds, under the version that it was answered and scored under. */
export function roundOf(
  context: RequestContext,
  assessment: Pick<Assessment, 'id' | 'slug' | 'version'>,
  copy: FrozenCopy,
): ReadRound {
  const document = readFrozen(copy.document)
  return {
    assessmentId: assessment.id,
    date: document.asOf,
    ...roundOfCopy(versionOf(context, assessment).questionnaire, document),
    settled: document.settled,
    coReviewed: document.coReviewed,
    alone: document.alone ?? null,
    signatures: document.signatures,
    beingRevised: copy.reopenedAt !== null,
  }
}

/** All rounds of an agency's questionnaire that count, oldest first. */
export async function readRounds(
  context: RequestContext,
  agencyId: string,
  slug: string,
): Promise<ReadRound[]> {
  const rows = await latestCopies(context.database, agencyId, slug)
  return rows.map(({ assessment, copy }) => roundOf(context, assessment, copy))
}

/**
 * The round before an assessment's; null where it is the first, or where whoever asks may not see that one:
 * a partner sees the rounds that it took part in.
 */
export async function readRoundBefore(
  context: RequestContext,
  { id, agencyId, slug }: Pick<Assessment, 'id' | 'agencyId' | 'slug'>,
  actor: NonNullable<Actor>,
): Promise<ReadRound | null> {
  const rows = await latestCopies(context.database, agencyId, slug)
  const before = rows[rows.findIndex(({ assessment }) => assessment.id === id) - 1]
  if (!before) return null
  const assessment = await findAssessment(context.database, before.assessment.id)
  const allowed = assessment && can(actor, 'results.read', assessment)
  return allowed ? roundOf(context, before.assessment, before.copy) : null
}
