import { counted, listed } from '#app/format.ts'
import type { Counts } from './list-view.ts'

/** How much there is to settle, and for whom it waits, in a sentence or two. */
export function Summary({ counts, other }: { counts: Counts; other: string }) {
  const { differences, settled, notAgreed, waitForYou, waitForThem, unproposed, same, agencyOnly, hidden } =
    counts
  const left = [
    waitForYou > 0 && `${counted(waitForYou, 'waits', 'wait')} for you`,
    waitForThem > 0 && `${counted(waitForThem, 'waits', 'wait')} for ${other}`,
    unproposed > 0 && `${counted(unproposed, 'has', 'have')} no proposal yet`,
  ].filter((part) => part !== false)
  const more = [
    same > 0 && `${counted(same, 'item')} both sides rated alike`,
    agencyOnly > 0 && `${counted(agencyOnly, 'item')} of the agency alone`,
    hidden > 0 && `${counted(hidden, 'item')} that ${hidden === 1 ? 'does' : 'do'} not count now`,
  ].filter((part) => part !== false)
  return (
    <div className="talk-summary">
      <p className="talk-summary__line">
        <strong>{differences === 0 ? 'No differences' : counted(differences, 'difference')}</strong>
        {differences > 0 && `, ${settled} settled`}
        {notAgreed > 0 && ` (${notAgreed} as not agreed)`}
        {left.length > 0 ? `. ${listed(left)}.` : '. Nothing is open.'}
      </p>
      {more.length > 0 && <p className="talk__hint">Besides: {listed(more)}.</p>}
    </div>
  )
}
