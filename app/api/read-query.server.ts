import type { z } from 'zod'
import { problem, type WrongParameter } from './problem.server.ts'

/** What follows the question mark, by a schema; every part that is wrong, unknown or given twice is named. */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  const { searchParams } = new URL(request.url)
  const names = [...searchParams.keys()]
  const twice = names.filter((name, place) => names.indexOf(name) !== place)
  const wrong: WrongParameter[] = [...new Set(twice)].map((parameter) => ({
    parameter: shown(parameter),
    detail: 'is given twice',
  }))
  const read = schema.safeParse(Object.fromEntries(searchParams))
  if (read.success && wrong.length === 0) return read.data
  for (const issue of read.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys) wrong.push({ parameter: shown(name), detail: 'is not known here' })
    } else wrong.push({ parameter: shown(String(issue.path[0] ?? '')), detail: issue.message })
  }
  throw problem(400, 'Something after the question mark can’t be taken as it is.', { errors: wrong })
}

const shown = (name: string) => name.slice(0, 100)
