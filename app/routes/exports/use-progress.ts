import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** How often the page asks how far it is, in milliseconds. */
const askEvery = 1_500

/** Keeps the page fresh for as long as something is being made, and while somebody looks at it. */
export function useProgress(unfinished: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!unfinished || state !== 'idle') return
    // A page that can't be had just now stays as it is, and isn't replaced by an error.
    const ask = async () => {
      const answer = document.hidden ? null : await fetch('/version').catch(() => null)
      if (answer?.ok) revalidate()
    }
    const timer = setInterval(() => void ask(), askEvery)
    return () => clearInterval(timer)
  }, [unfinished, state, revalidate])
}
