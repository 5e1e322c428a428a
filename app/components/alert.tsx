import type { ReactNode } from 'react'

type Tone = 'info' | 'success' | 'warning' | 'error'

const words: Record<Tone, string> = { info: 'Note', success: 'Done', warning: 'Please note', error: 'Error' }

interface Props {
  tone: Tone
  heading?: string
  /** Spoken at once where it appears after an action. */
  live?: boolean
  children: ReactNode
}

/** A message that stands out; its tone is said in words too, so that color never speaks alone. */
export function Alert({ tone, heading, live = false, children }: Props) {
  return (
    <div
      className={`usa-alert usa-alert--${tone}`}
      role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      <div className="usa-alert__body">
        {heading ? (
          <p className="usa-alert__heading">{heading}</p>
        ) : (
          <span className="usa-sr-only">{words[tone]}: </span>
        )}
        <div className="usa-alert__text">{children}</div>
      </div>
    </div>
  )
}
