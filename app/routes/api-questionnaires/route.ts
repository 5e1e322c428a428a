import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerAnyone } from '#app/api/answer.server.ts'
import { questionnairesAnswer } from '#app/api/questionnaires.server.ts'

/** No page: every version of every questionnaire. */
export function loader(args: LoaderFunctionArgs) {
  return answerAnyone(args, () => questionnairesAnswer(args))
}
