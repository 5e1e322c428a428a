import type { Side } from '#assessments/access.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { reasonsNow } from '#db/queries/go-alone.server.ts'
import { reasonWords } from './go-alone-words.ts'

/** What going on alone would mean for an assessment now, and the reasons that hold. */
export function loadGoAlone({ now }: RequestContext, assessment: Assessment, side: Side) {
  const { id, asOf, stage, alone, partnerName, revision, sides } = assessment
  return {
    assessment: { id, asOf: formatDate(asOf), stage },
    above: wayUp(assessment, side),
    partnerName,
    alone,
    /** What was read; going alone is refused if it has moved since. */
    revision,
    submitted: { agency: Boolean(sides.agency?.submittedAt), partner: Boolean(sides.partner?.submittedAt) },
    reasons: reasonsNow(assessment, now()).map((reason) => ({
      reason,
      words: reasonWords(reason, partnerName ?? ''),
    })),
  }
}

export type GoAloneData = ReturnType<typeof loadGoAlone>
