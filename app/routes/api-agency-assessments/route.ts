import type { LoaderFunctionArgs } from '@remix-run/node'
import { followed } from '#app/api/agencies.server.ts'
import { answerToken } from '#app/api/answer.server.ts'
import { assessmentsPage } from '#app/api/assessments.server.ts'

/** No page: an agency's final assessments, as far as it shares them with a program. */
export function loader(args: LoaderFunctionArgs) {
  return answerToken(args, async (caller) => {
    const shared = await followed(args, caller, args.params.agencyId)
    return assessmentsPage(args, shared.agencyId, shared)
  })
}
