import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerAnyone } from '#app/api/answer.server.ts'
import { json } from '#app/api/json.server.ts'
import { openApiDocument } from '#app/api/openapi.ts'

/** No page: the API in words for programs. */
export function loader(args: LoaderFunctionArgs) {
  const { environment, version } = args.context
  return answerAnyone(args, () => json(openApiDocument(environment.origin, version)))
}
