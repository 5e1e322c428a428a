import type { SaveReply, SaveRequest } from './save-reply.ts'
import type { Outcome } from './saves.ts'

/** How long an answer may take, in milliseconds. */
const patience = 20_000

/** Browsers refuse to finish a larger request after its page is gone. */
const largestLasting = 30_000

/** Sends one save and tells what became of it. Never throws. */
export async function sendSave(address: string, save: SaveRequest): Promise<Outcome> {
  const body = JSON.stringify(save)
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body,
      redirect: 'manual',
      keepalive: body.length < largestLasting,
      signal: AbortSignal.timeout(patience),
    })
    return await outcomeOf(reply)
  } catch {
    return { status: 'unreachable' }
  }
}

async function outcomeOf(reply: Response): Promise<Outcome> {
  if (reply.type === 'opaqueredirect' || reply.status === 401) return { status: 'signed-out' }
  if (reply.status >= 500 || reply.status === 429 || reply.status === 408) return { status: 'unreachable' }
  if (reply.status === 413) return { status: 'held', hold: { kind: 'refused', reason: 'too-large' } }
  if (reply.status === 404) return { status: 'held', hold: { kind: 'refused', reason: 'missing' } }
  const read: unknown = await reply.json().catch(() => null)
  if (isReply(read)) return meaningOf(read)
  // A page in place of an answer: something between here and the server, such as a public network's sign-in.
  return reply.ok ? { status: 'unreachable' } : { status: 'held', hold: { kind: 'refused', reason: 'other' } }
}

function isReply(read: unknown): read is SaveReply {
  return typeof read === 'object' && read !== null && 'status' in read && typeof read.status === 'string'
}

function meaningOf(reply: SaveReply): Outcome {
  switch (reply.status) {
    case 'saved':
    case 'repeated':
      return { status: 'saved', revision: reply.revision }
    case 'conflict':
      return { status: 'conflict', current: reply.current }
    case 'moved':
      return { status: 'held', hold: { kind: 'moved', version: reply.version } }
    case 'private':
      return { status: 'held', hold: { kind: 'private', found: reply.found } }
    case 'invalid':
      return { status: 'held', hold: { kind: 'faults', faults: reply.faults } }
    case 'signed-out':
      return { status: 'signed-out' }
    case 'locked':
      return { status: 'held', hold: { kind: 'refused', reason: 'locked', why: reply.why } }
    case 'missing':
      return { status: 'held', hold: { kind: 'refused', reason: 'missing' } }
  }
}
