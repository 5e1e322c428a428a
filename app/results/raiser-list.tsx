import { counted } from '../format.ts'
import type { RaiserView } from './raiser-view.ts'
import { ItemLink } from './reason-list.tsx'

interface Props {
  raisers: readonly RaiserView[]
  /** Whether the list runs over several domains, so that each item says which is its. */
  withDomain?: boolean
}

/** Items that would raise a score, each with where it is now, and what the next level looks like. */
export function RaiserList({ raisers, withDomain = false }: Props) {
  return (
    <ol className="next-items">
      {raisers.map((raiser) => (
        <li key={raiser.id}>
          <ItemLink item={raiser} />
          <span className="next-items__aside">
            {withDomain && `${raiser.domain}. `}
            {raiser.caps ? 'A must-have below the level that passes. ' : ''}
            Now {raiser.now}; at the highest level {withDomain ? `${raiser.domain} would gain` : 'it would add'}{' '}
            {counted(raiser.gain, 'point')}.
          </span>
          {raiser.next && (
            <span className="next-items__next">
              <strong>{raiser.next.label}:</strong> {raiser.next.anchor}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
