import { z } from 'zod'

/** The id of a record in an address or a form; anything else names nothing, and PostgreSQL fails on some of it. */
export const recordId = z.string().regex(/^[\w-]{1,100}$/)
