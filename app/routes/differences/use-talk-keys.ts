import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, type RefObject } from 'react'
import { searchFor } from './filters.ts'
import type { Talk } from './load-differences.server.ts'

/** What the letters lead to, as elements of the item: see KeyboardHelp. */
const targets: Record<string, string> = {
  p: 'form[data-step="proposed"] input[type="radio"]',
  a: 'form[data-step="accepted"] button',
  c: 'form[data-step="commented"] textarea',
}

/** The keys of the list and its item, while the focus is in them and not in a field that is typed in. */
export function useTalkKeys(region: RefObject<HTMLElement>, { around, filters }: Talk): void {
  const navigate = useNavigate()
  const latest = useRef({ around, filters, navigate })
  useEffect(() => {
    latest.current = { around, filters, navigate }
  })
  useEffect(() => {
    const element = region.current
    const onKey = (event: KeyboardEvent) => {
      if (!element || event.ctrlKey || event.altKey || event.metaKey || isTypedIn(event.target)) return
      const key = event.key.toLowerCase()
      const target = targets[key]
      const other =
        key === 'j' ? latest.current.around.next : key === 'k' ? latest.current.around.previous : null
      if (target) element.querySelector<HTMLElement>(target)?.focus()
      else if (other) {
        latest.current.navigate(searchFor(latest.current.filters, other), { preventScrollReset: true })
      } else return
      event.preventDefault()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [region])
}

function isTypedIn(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** After another item was opened, the focus is at it, and its beginning in sight. */
export function useFocusOnItem(section: RefObject<HTMLElement>, itemId: string): void {
  const shown = useRef(itemId)
  useEffect(() => {
    if (shown.current === itemId) return
    shown.current = itemId
    const element = section.current
    element?.focus({ preventScroll: true })
    const top = element?.getBoundingClientRect().top ?? 0
    if (top < 0 || top > window.innerHeight / 2) element?.scrollIntoView({ block: 'start' })
  }, [section, itemId])
}
