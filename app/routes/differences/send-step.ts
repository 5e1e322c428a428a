import type { StepReply } from '#app/reconciling/step-reply.ts'

/** How long an answer may take, in milliseconds. */
const patience = 20_000

/** What became of a step, also where no answer came. */
export type Sent = StepReply | { status: 'unreachable' } | { status: 'gone' }

/** Sends one step and tells what became of it. Never throws. */
export async function sendStep(address: string, body: unknown): Promise<Sent> {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (reply.type === 'opaqueredirect' || reply.status === 401) return { status: 'signed-out' }
    if (reply.status === 404) return { status: 'gone' }
    const read: unknown = await reply.json()
    return isReply(read) ? read : { status: 'unreachable' }
  } catch {
    return { status: 'unreachable' }
  }
}

function isReply(read: unknown): read is StepReply {
  return typeof read === 'object' && read !== null && 'status' in read && typeof read.status === 'string'
}
