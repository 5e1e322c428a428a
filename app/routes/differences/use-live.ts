import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { keepStreamOpen } from '#app/saving/keep-stream-open.ts'

/** Steps come in bursts in a meeting; one look for several of them, after so many milliseconds. */
const gathering = 150

/** Fetches the page's data again whenever either side has done something. */
export function useLive(assessmentId: string, active: boolean): void {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  useEffect(() => {
    latest.current = revalidate
  })
  useEffect(() => {
    if (!active) return
    let heard: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const hear = (revision: string) => {
      // The first tells where things are: it may have moved since the page was made, also while it was hidden.
      if (heard === revision) return
      heard = revision
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), gathering)
    }
    const stop = keepStreamOpen(`/assessments/${assessmentId}/differences/events`, {
      event: 'moved',
      hear,
      opened: () => undefined,
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [assessmentId, active])
}
