import type { LoaderFunctionArgs } from '@remix-run/node'
import { agencyAnswer } from '#app/api/agencies.server.ts'
import { answerToken } from '#app/api/answer.server.ts'

/** No page: one agency that shares with a program. */
export function loader(args: LoaderFunctionArgs) {
  return answerToken(args, (caller) => agencyAnswer(args, caller, args.params.agencyId))
}
