import { z } from 'zod'
import type { Side } from '#assessments/access.ts'
import type { Reading } from '#assessments/faults.ts'
import { shapeFaults } from '#assessments/shape-faults.ts'
import type { IncomingSave } from '#app/saving/apply-save.server.ts'

const saveSchema = z.strictObject({
  /** Whose answer it is, as the page knew it: somebody else may have signed in since. */
  personId: z.string().max(100).optional(),
  /** For which side the page was made; the person's own is decided elsewhere. */
  side: z.enum(['agency', 'partner']),
  /** For which version the page was made; a page of before versions could change names none. */
  version: z.string().max(100).optional(),
  itemId: z.string().max(100),
  response: z.record(z.string(), z.unknown()),
  baseRevision: z.int().min(0),
  saveId: z.string().regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, hyphens or underscores'),
  confirmedPrivate: z.boolean().default(false),
})

/** Reads the JSON body of one save: every fault at once. */
export async function readSave(
  request: Request,
): Promise<Reading<{ save: IncomingSave & { personId?: string | undefined; side: Side } }>> {
  const text = await request.text()
  const body = parsed(text)
  if (body === undefined) return { status: 'invalid', faults: [{ path: '', reason: 'is not JSON' }] }
  const { success, data } = saveSchema.safeParse(body)
  if (!success) return { status: 'invalid', faults: shapeFaults(saveSchema, body) }
  return { status: 'valid', save: data }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
