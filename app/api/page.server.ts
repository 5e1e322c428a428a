import { z } from 'zod'
import { json } from './json.server.ts'

/** How many entries a page has unless the request says. */
const usualLimit = 50
export const mostOnPage = 200

/** The parts of a request that choose a page. */
export const pageParameters = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a whole number from 1 to 200')
    .transform(Number)
    .refine((limit) => limit <= mostOnPage, 'must be a whole number from 1 to 200')
    .default(usualLimit),
  cursor: z.string().max(500, 'is no cursor of this list').optional(),
}

/** Where a page ended, as text that says nothing to anybody else: what follows it begins there. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The schema of a cursor that `cursorOf` made of a place. */
export function cursorTo<T>(place: z.ZodType<T>) {
  return pageParameters.cursor.transform((cursor, context): T | undefined => {
    if (cursor === undefined) return undefined
    const read = place.safeParse(placeIn(cursor))
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: 'is no cursor of this list' })
    return z.NEVER
  })
}

function placeIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * One page of a list: its entries, and where the next begins. Read one row more than the page has, to know whether
 * there is one.
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, placeOf: (row: Row) => unknown) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? cursorOf(placeOf(last)) : null
  return { page, next }
}

/** A page as it is answered, with a Link header for those who would rather follow links. */
export function pageAnswer(origin: string, request: Request, data: readonly unknown[], next: string | null) {
  if (next === null) return json({ data, next })
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('cursor', next)
  return json({ data, next }, { Link: `<${origin}${pathname}?${searchParams.toString()}>; rel="next"` })
}
