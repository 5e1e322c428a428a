import { useEffect, useRef } from 'react'
import { isConfirmable } from '#assessments/carried.ts'
import { EarlierAnswers } from '#app/carrying/earlier-answers.tsx'
import { Alert } from '#app/components/alert.tsx'
import { draftStatus } from './draft.ts'
import type { DomainPage } from './load-domain.server.ts'
import { moveOn } from './move-on.ts'
import type { ItemView } from './use-answers.ts'
import { isTypedIn } from './use-item-keys.ts'

interface Props {
  view: Pick<ItemView, 'number' | 'draft'> & { item: { id: string } }
  page: Pick<DomainPage, 'carried'>
  /** Saves the answer as it stands; null where it can't be changed. */
  confirm: (() => void) | null
}

/**
 * Says of a carried answer where it comes from, and lets it be confirmed: by the button, or the key C. What can't
 * be the answer any more is shown until the item has one.
 */
export function CarriedNotice({ view, page, confirm }: Props) {
  const { item, draft } = view
  const words = page.carried[item.id]
  if (isConfirmable(draft)) {
    return (
      <>
        <NotReconfirmed view={view} page={page} confirm={confirm} />
        {words && words.earlier.length > 0 && <EarlierAnswers words={words} asks={false} />}
      </>
    )
  }
  if (draftStatus(draft) !== 'unanswered') return null
  if (words && words.earlier.length > 0) return <EarlierAnswers words={words} asks={confirm !== null} />
  if (!draft.carried) return null
  return <p>Somebody just carried forward what was answered before. Load the page again to see it.</p>
}

function NotReconfirmed({ view: { item, number }, page, confirm }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useConfirmKey(place, confirm)
  const words = page.carried[item.id]
  return (
    <div ref={place} className="carried">
      <Alert tone="warning" heading="Not reconfirmed">
        <p>
          {words ? `${words.from}; given by ${words.by}, ${words.when}.` : 'Carried from another assessment.'}{' '}
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
              moveOn(card)
            }}
          >
            Confirm<span className="usa-sr-only"> the answer of item {number}</span>
          </button>
        )}
      </Alert>
    </div>
  )
}

/** C confirms and moves on, while the focus is in the item and not in a field that is typed in. */
function useConfirmKey(place: React.RefObject<HTMLElement>, confirm: (() => void) | null) {
  const latest = useRef(confirm)
  useEffect(() => {
    latest.current = confirm
  })
  const asks = confirm !== null
  useEffect(() => {
    const card = asks ? (place.current?.closest<HTMLElement>('section') ?? null) : null
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.altKey || event.metaKey) return
      if (isTypedIn(event.target) || !latest.current) return
      event.preventDefault()
      latest.current()
      moveOn(card)
    }
    card?.addEventListener('keydown', onKey)
    return () => card?.removeEventListener('keydown', onKey)
  }, [place, asks])
}
