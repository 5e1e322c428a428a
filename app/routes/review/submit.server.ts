import { z } from 'zod'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { findItem } from '#assessments/questionnaire.ts'
import type { RequestContext } from '#app/context.server.ts'
import { submitAlone } from '#app/finalizing/submit-alone.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'

const formSchema = z.object({
  assessmentRevision: z.coerce.number().int().min(0),
  sideRevision: z.coerce.number().int().min(0),
})

export type SubmitAnswer = { status: 'final' } | { status: 'refused'; http: 400 | 409; reason: string }

const refused = (http: 400 | 409, reason: string): SubmitAnswer => ({ status: 'refused', http, reason })

const changed =
  'Nothing was submitted: somebody saved or submitted while you were looking. This page now shows what is there; look through it once more.'

/** Submits what the person has seen on the review page, and nothing else. */
export async function submit(
  context: RequestContext,
  assessment: Assessment,
  version: CatalogVersion,
  by: string,
  form: FormData,
): Promise<SubmitAnswer> {
  const seen = formSchema.safeParse(Object.fromEntries(form))
  if (!seen.success)
    return refused(400, 'Something in what was sent is not as expected. Load the page again.')
  if (assessment.partnershipId !== null && !assessment.alone) {
    return refused(409, 'Nothing was submitted: this assessment is rated with a partner.')
  }
  if (assessment.stage !== 'answering') {
    return refused(409, 'Nothing was submitted: somebody has submitted this assessment already.')
  }
  const { assessmentRevision, sideRevision } = seen.data
  if (assessment.revision !== assessmentRevision || assessment.sides.agency?.revision !== sideRevision) {
    return refused(409, changed)
  }
  const outcome = await submitAlone(context, { assessment, version, by, at: context.now() })
  if (outcome.status === 'final') {
    context.live.publish({ assessmentId: assessment.id, side: 'agency', revision: sideRevision + 1 })
    return outcome
  }
  if (outcome.status === 'stale') return refused(409, changed)
  if (outcome.status === 'nothing-answered')
    return refused(400, 'Nothing was submitted: nothing is answered.')
  const questions = outcome.items.map((id) => `“${findItem(version.questionnaire, id)?.question ?? id}”`)
  return refused(400, `Nothing was submitted. Required and not answered: ${questions.join(', ')}`)
}
