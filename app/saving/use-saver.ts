import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { saverFor } from './browser-saver.ts'
import { followChanges } from './follow-changes.ts'
import { nothingToSave, type Saver, type SavingState } from './saver.ts'
import type { Owner } from './unsent-store.ts'

const subscribeToNothing = () => () => undefined
const readNothing = () => nothingToSave

/** The saver of a person at an assessment, and its state; there is none on the server. */
export function useSaver(owner: Owner): { saver: Saver | null; state: SavingState } {
  const saver = typeof document === 'undefined' ? null : saverFor(owner)
  const state = useSyncExternalStore(
    saver?.subscribe ?? subscribeToNothing,
    saver?.read ?? readNothing,
    readNothing,
  )
  return { saver, state }
}

/**
 * Shows what others save, without a reload; `revision` is that of the side when the page was made, `version` that
 * of its questionnaire. Answers the version to which the assessment was moved since, null while it is this one.
 */
export function useOthersChanges(
  { assessmentId }: Owner,
  saver: Saver | null,
  { revision, version }: { revision: number; version: string },
): string | null {
  const [heard, setHeard] = useState(version)
  const own = useRef(version)
  useEffect(() => {
    own.current = version
    setHeard(version)
  }, [version])
  useEffect(
    () =>
      saver
        ? followChanges(assessmentId, revision, {
            learn: (news) => {
              setHeard(news.version)
              if (news.version !== own.current) return false
              saver.learn(news.responses)
              return true
            },
            reached: () => saver.hurry(),
          })
        : undefined,
    // A newer page has what came before it; the stream that is open goes on.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first revision is the one to begin with
    [assessmentId, saver],
  )
  return heard === version ? null : heard
}
