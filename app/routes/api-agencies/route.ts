import type { LoaderFunctionArgs } from '@remix-run/node'
import { agenciesPage } from '#app/api/agencies.server.ts'
import { answerToken } from '#app/api/answer.server.ts'

/** No page: the agencies that share with a program. */
export function loader(args: LoaderFunctionArgs) {
  return answerToken(args, (caller) => agenciesPage(args, caller))
}
