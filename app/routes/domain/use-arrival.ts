import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

/**
 * Puts the focus on the item that the address names, so that its keys work for whoever was led there: going from
 * page to page without loading anew only scrolls to it.
 */
export function useArrival(): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.focus({ preventScroll: true })
  }, [hash, key])
}
