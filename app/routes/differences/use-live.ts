import { useEffect, useRef } from 'react'
import { keepStreamOpen } from '#app/saving/keep-stream-open.ts'

/** Steps come in bursts in a meeting; one look for several of them, after so many milliseconds. */
const gathering = 150

/**
 * Looks again whenever either side has done something, and whenever the server is reached again; also where it
 * no longer answers this person, to whom these differences may be closed by now.
 */
export function useLive(assessmentId: string, active: boolean, moved: number, refresh: () => void): void {
  const latest = useRef({ moved, refresh })
  useEffect(() => {
    latest.current = { moved, refresh }
  })
  useEffect(() => {
    if (!active) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // The first that is heard tells where things are: they may have moved since, also while the page was hidden.
    const hear = (revision: string) => {
      if (Number(revision) > latest.current.moved) lookSoon()
    }
    const lookSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current.refresh(), gathering)
    }
    const stop = keepStreamOpen(`/assessments/${assessmentId}/differences/events`, {
      event: 'moved',
      hear,
      opened: () => undefined,
      refused: lookSoon,
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [assessmentId, active])
}
