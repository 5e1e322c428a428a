import { useEffect, useRef, useState } from 'react'

interface Props {
  leave: () => void
  stay: () => void
  /** How long to wait for saves under way before asking, in milliseconds. */
  patience: number
}

/** Asks before leaving with something that isn't saved; shown only where saving takes too long. */
export function LeaveWarning({ leave, stay, patience }: Props) {
  const [late, setLate] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [patience])
  useEffect(() => {
    if (late) dialog.current?.showModal()
  }, [late])
  return (
    <dialog ref={dialog} className="leave-warning" aria-labelledby="leave-warning" onClose={stay}>
      <h2 id="leave-warning">Not everything is saved</h2>
      <p>
        What is not saved stays in this browser, and is sent when you come back to this assessment here. On a
        computer that others use, stay until it is saved.
      </p>
      <div className="leave-warning__buttons">
        <button type="button" className="usa-button" onClick={stay}>
          Stay on this page
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={leave}>
          Leave anyway
        </button>
      </div>
    </dialog>
  )
}
