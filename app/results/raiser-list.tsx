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
          {raiser.caps && <span className="usa-tag result-item__must">Must-have</span>}
          <span className="next-items__aside">
            {withDomain && `${raiser.domain}. `}
            Now {raiser.now}. {raiser.highest} would add {counted(raiser.gain, 'point')} to the domain.
          </span>
          {raiser.next && (
            <span className="next-items__next">
              <strong>Next, {raiser.next.label}:</strong> {raiser.next.anchor}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
