import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerAnyone } from '#app/api/answer.server.ts'
import { json } from '#app/api/json.server.ts'
import { apiRoot, operations } from '#app/api/operations.ts'

/** No page: what the API has. */
export function loader(args: LoaderFunctionArgs) {
  const { environment, version } = args.context
  return answerAnyone(args, () =>
    json({
      ...{ name: 'PMHC self-assessment', version: 'v1', program: version },
      openapi: `${environment.origin}${apiRoot}/openapi.json`,
      paths: operations.map(({ path }) => `${apiRoot}${path}`),
    }),
  )
}
