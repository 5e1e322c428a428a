import type { ReactNode } from 'react'
import { Alert } from '../components/alert.tsx'

interface Props {
  email: string
  url: string
  /** How long it works, and what for. */
  children: ReactNode
}

/** A link that is shown once, where no mail carries it. */
export function HandOver({ email, url, children }: Props) {
  return (
    <Alert tone="success" heading={`Hand this link to ${email}`} live>
      <span className="hand-over__link">{url}</span>
      {children}
    </Alert>
  )
}
