import { useEffect, useRef } from 'react'
import { Alert } from '#app/components/alert.tsx'
import type { DomainPage } from './load-domain.server.ts'
import type { ItemView } from './use-answers.ts'
import { isTypedIn } from './use-item-keys.ts'

interface Props {
  view: Pick<ItemView, 'number' | 'draft'> & { item: { id: string } }
  page: Pick<DomainPage, 'carried'>
  /** Saves the answer as it stands; null where it can't be changed. */
  confirm: (() => void) | null
}

/** Says of a copied answer where it comes from, and lets it be confirmed: by the button, or the key C. */
export function CarriedNotice({ view, page, confirm }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const { item, draft, number } = view
  const shown = draft.carried !== undefined
  useConfirmKey(place, shown ? confirm : null)
  if (!shown) return null
  const words = page.carried[item.id]
  return (
    <div ref={place} className="carried">
      <Alert tone="warning" heading="Copied, not confirmed yet">
        <p>
          {words
            ? `From your answers for ${words.from}; given by ${words.by}, ${words.when}.`
            : 'From your answers in another assessment.'}{' '}
          It counts as unanswered until one of you confirms or changes it.
        </p>
        {confirm && (
          <button
            type="submit"
            name="confirm"
            value={item.id}
            className="usa-button"
            onClick={(event) => {
              event.preventDefault()
              const card = event.currentTarget.closest<HTMLElement>('section')
              confirm()
              // The button is gone; the item is where the person goes on.
              card?.focus()
            }}
          >
            Confirm<span className="usa-sr-only"> the answer of item {number}</span>
          </button>
        )}
      </Alert>
    </div>
  )
}

/** C confirms while the focus is in the item and not in a field that is typed in. */
function useConfirmKey(place: React.RefObject<HTMLElement>, confirm: (() => void) | null) {
  const latest = useRef(confirm)
  useEffect(() => {
    latest.current = confirm
  })
  const asks = confirm !== null
  useEffect(() => {
    const card = asks ? place.current?.closest<HTMLElement>('section') : null
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.altKey || event.metaKey) return
      if (isTypedIn(event.target) || !latest.current) return
      event.preventDefault()
      latest.current()
      card?.focus()
    }
    card?.addEventListener('keydown', onKey)
    return () => card?.removeEventListener('keydown', onKey)
  }, [place, asks])
}
