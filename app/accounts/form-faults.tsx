import { useEffect, useRef } from 'react'
import { Alert } from '../components/alert.tsx'

/** What is wrong with a form as a whole, spoken and brought into view when it comes back. */
export function FormFaults({ errors }: { errors?: readonly string[] | undefined }) {
  const place = useRef<HTMLDivElement>(null)
  const text = errors?.join(' ') ?? ''
  useEffect(() => {
    if (text) place.current?.focus()
  }, [text])
  if (!text) return null
  return (
    <div ref={place} tabIndex={-1} className="form-faults">
      <Alert tone="error" live>
        {text}
      </Alert>
    </div>
  )
}
