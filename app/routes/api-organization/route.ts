import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerToken } from '#app/api/answer.server.ts'
import { organizationAnswer } from '#app/api/organization.server.ts'

/** No page: the organization whose token asks. */
export function loader(args: LoaderFunctionArgs) {
  return answerToken(args, (caller) => organizationAnswer(args, caller))
}
