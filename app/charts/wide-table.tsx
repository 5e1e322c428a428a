import type { ReactNode } from 'react'

/** Room for a table that may be wider than the screen: it scrolls sideways by itself, by keyboard too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="wide-table" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
