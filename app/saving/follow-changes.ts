import { backoff } from './backoff.ts'
import { keepStreamOpen } from './keep-stream-open.ts'
import type { ChangesReply } from './save-reply.ts'

/** Saves come in bursts; one look for several of them, after so many milliseconds. */
const gathering = 200

interface Follower {
  /** Takes what others saved; false where it is of another version of the questionnaire, and was not taken. */
  learn: (news: Pick<ChangesReply, 'version' | 'responses'>) => boolean
  /** Called each time that the server is reached: what couldn't be sent can be now. */
  reached: () => void
}

/**
 * Listens for what is saved on an assessment's side and fetches it, again and again until it is there. A hidden
 * page closes its stream, and catches up when it is shown again. Answers how to stop.
 */
export function followChanges(assessmentId: string, since: number, { learn, reached }: Follower): () => void {
  const path = `/assessments/${assessmentId}`
  let seen = since
  let heard = since
  let failures = 0
  let stopped = false
  let soon: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  const look = async () => {
    const changes = await fetchChanges(`${path}/responses?since=${seen}`)
    if (stopped) return
    if (!changes) {
      clearTimeout(again)
      again = afterFailures(failures, () => void look())
      failures += 1
      return
    }
    failures = 0
    const { revision, version, responses } = changes
    if (learn({ version, responses })) seen = Math.max(seen, revision)
  }
  const lookSoon = () => {
    clearTimeout(again)
    soon ??= setTimeout(() => {
      soon = undefined
      void look()
    }, gathering)
  }
  const hear = (revision: string) => {
    heard = Math.max(heard, Number(revision) || 0)
    if (heard > seen) lookSoon()
  }
  const stop = keepStreamOpen(`${path}/events`, { event: 'moved', hear, opened: reached })
  return () => {
    stopped = true
    stop()
    clearTimeout(soon)
    clearTimeout(again)
  }
}

async function fetchChanges(address: string): Promise<ChangesReply | null> {
  const reply = await fetch(address, { redirect: 'manual' }).catch(() => null)
  if (!reply?.ok) return null
  return (await reply.json().catch(() => null)) as ChangesReply | null
}

/** A hidden page need not try: it hears the revision again when its stream opens anew. */
function afterFailures(failures: number, run: () => void) {
  const tryIt = () => {
    if (document.visibilityState !== 'hidden') run()
  }
  return setTimeout(tryIt, backoff(failures, Math.random()))
}
