import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerAnyone } from '#app/api/answer.server.ts'
import { nothingThere } from '#app/api/problem.server.ts'

/** No page: whatever else an address under /api says. */
export function loader(args: LoaderFunctionArgs) {
  return answerAnyone(args, () => nothingThere())
}
