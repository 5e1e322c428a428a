import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerToken } from '#app/api/answer.server.ts'
import { assessmentAnswer } from '#app/api/assessments.server.ts'

/** No page: one final assessment. */
export function loader(args: LoaderFunctionArgs) {
  return answerToken(args, (caller) => assessmentAnswer(args, caller, args.params.assessmentId))
}
