import { useEffect } from 'react'

/** Unfolds whatever hides the element that a link on the page leads to; not every browser does so by itself. */
export function useOpenTarget(): void {
  useEffect(() => {
    const open = () => {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
      let fold = target?.closest('details') ?? null
      if (!target || !fold) return
      for (; fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
      target.scrollIntoView()
    }
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [])
}
