import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerToken } from '#app/api/answer.server.ts'
import { ownAssessments } from '#app/api/assessments.server.ts'

/** No page: an agency's own final assessments. */
export function loader(args: LoaderFunctionArgs) {
  return answerToken(args, (caller) => ownAssessments(args, caller))
}
