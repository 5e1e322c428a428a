import { countedResponses, readFrozen } from '#assessments/frozen-copy.ts'
import { latestCopies, type FrozenCopy } from '#db/queries/frozen-copies.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import type { RequestContext } from '../context.server.ts'
import { versionOf } from '../find-allowed.server.ts'
import type { FinalRound } from './round.ts'

/** A round with what pages say of its copy. */
export interface ReadRound extends FinalRound {
  coReviewed: boolean
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
    questionnaire: versionOf(context, assessment).questionnaire,
    responses: countedResponses(document),
    coReviewed: document.coReviewed,
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

/** The round before an assessment's, or null where it is the first. */
export async function readRoundBefore(
  context: RequestContext,
  { id, agencyId, slug }: Pick<Assessment, 'id' | 'agencyId' | 'slug'>,
): Promise<ReadRound | null> {
  const rows = await latestCopies(context.database, agencyId, slug)
  const before = rows[rows.findIndex(({ assessment }) => assessment.id === id) - 1]
  return before ? roundOf(context, before.assessment, before.copy) : null
}
