import { keepStreamOpen } from './keep-stream-open.ts'
import { type ChangesReply } from './save-reply.ts'
import { type Current } from './saves.ts'

/** Saves come in bursts; one look for several of them, after so many milliseconds. */
const gathering = 200

interface Follower {
  learn: (news: Record<string, Current>) => void
  /** Called each time that the server is reached: what couldn't be sent can be now. */
  reached: () => void
}

/**
 * Listens for what is saved on an assessment's side and fetches it. A hidden page closes its stream, and catches
 * up when it is shown again. Answers how to stop.
 */
export function followChanges(assessmentId: string, since: number, { learn, reached }: Follower): () => void {
  const path = `/assessments/${assessmentId}`
  let seen = since
  let heard = since
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = async () => {
    timer = undefined
    const reply = await fetch(`${path}/responses?since=${seen}`, { redirect: 'manual' }).catch(() => null)
    if (!reply?.ok) return
    const changes = (await reply.json().catch(() => null)) as ChangesReply | null
    if (!changes) return
    seen = Math.max(seen, changes.revision)
    learn(changes.responses)
  }
  const hear = (revision: string) => {
    heard = Math.max(heard, Number(revision) || 0)
    if (heard > seen) timer ??= setTimeout(() => void look(), gathering)
  }
  const stop = keepStreamOpen(`${path}/events`, { event: 'moved', hear, opened: reached })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
