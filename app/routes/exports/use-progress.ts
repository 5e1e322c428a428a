import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** How often the page asks how far it is, in milliseconds. */
const askEvery = 1_500

/** Keeps the page fresh for as long as something is being made, and while somebody looks at it. */
export function useProgress(unfinished: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!unfinished || state !== 'idle') return
    const timer = setInterval(() => {
      if (!document.hidden) revalidate()
    }, askEvery)
    return () => clearInterval(timer)
  }, [unfinished, state, revalidate])
}
