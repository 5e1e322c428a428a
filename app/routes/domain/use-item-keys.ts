import { useEffect, useRef, type RefObject } from 'react'
import type { Item } from '#assessments/item.ts'
import type { GiveAnswer } from './draft.ts'
import { special } from './form-fields.ts'

/** How the keys answer, and with which reason where it doesn't apply: the one that was typed before, if any. */
interface Means {
  answer: GiveAnswer
  reason: string
}

/** The keys of a question, while the focus is in it and not in a field that is typed in: see KeyboardHelp. */
export function useItemKeys(card: RefObject<HTMLElement>, item: Item, means: Means | null) {
  const latest = useRef(means)
  useEffect(() => {
    latest.current = means
  })
  useEffect(() => {
    const element = card.current
    const onKey = (event: KeyboardEvent) => {
      if (!element || !latest.current || event.ctrlKey || event.altKey || event.metaKey) return
      if (isTypedIn(event.target)) return
      const act = actionOf(event.key, item, element, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [card, item])
}

/** Tells when the focus has left a field of a question that is typed in: what it holds is saved at once. */
export function useLeftField(card: RefObject<HTMLElement>, onLeft: () => void) {
  const latest = useRef(onLeft)
  useEffect(() => {
    latest.current = onLeft
  })
  useEffect(() => {
    const element = card.current
    const onFocusOut = ({ target }: FocusEvent) => {
      if (isTypedIn(target)) latest.current()
    }
    element?.addEventListener('focusout', onFocusOut)
    return () => element?.removeEventListener('focusout', onFocusOut)
  }, [card])
}

/** Whether an element is one that somebody types in. */
export function isTypedIn(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function actionOf(
  key: string,
  item: Item,
  card: HTMLElement,
  { answer, reason }: Means,
): (() => void) | null {
  const lower = key.toLowerCase()
  if (lower === 'delete' || lower === 'backspace') return () => answer({})
  if (lower === 'd') return () => choose(card, special.dontKnow, () => answer({ dontKnow: true }))
  if (lower === 'n' && item.notApplicable) {
    return () => {
      answer({ notApplicable: reason })
      // The field comes into sight with the answer.
      requestAnimationFrame(() => card.querySelector<HTMLElement>('[data-reason]')?.focus())
    }
  }
  if (!/^[1-9]$/.test(key)) return null
  const inputs = [...card.querySelectorAll<HTMLInputElement>('input[data-answer]')]
  const input = item.kind === 'level' ? inputs.find(({ value }) => value === key) : inputs[Number(key) - 1]
  return input ? () => clickOn(input) : null
}

function choose(card: HTMLElement, value: string, give: () => void) {
  give()
  card.querySelector<HTMLElement>(`input[value="${value}"]`)?.focus()
}

/** As a click would: a radio is chosen, a checkbox turned over; arrow keys go on from there. */
function clickOn(input: HTMLInputElement) {
  input.focus()
  input.click()
}
