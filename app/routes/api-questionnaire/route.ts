import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerAnyone } from '#app/api/answer.server.ts'
import { questionnaireAnswer } from '#app/api/questionnaires.server.ts'

/** No page: one version of a questionnaire. */
export function loader(args: LoaderFunctionArgs) {
  return answerAnyone(args, () => questionnaireAnswer(args, args.params))
}
