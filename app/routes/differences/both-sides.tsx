import { ResponseNotes } from '#app/components/response-value.tsx'
import type { ItemDetail } from './item-view.ts'
import { SideMark } from './side-mark.tsx'

interface Props {
  item: ItemDetail
  names: Record<'agency' | 'partner', string>
}

/** What each side answered, with its reason, note and evidence. */
export function BothSides({ item, names }: Props) {
  return (
    <div className="talk-sides">
      {(['agency', 'partner'] as const).map((side) => {
        const { words, reason, note, evidence } = item.sides[side]
        const notes = { ...(note !== null && { note }), evidence }
        return (
          <section key={side} className="talk-sides__side" aria-label={names[side]}>
            <p className="talk-sides__name">
              <SideMark of={side} /> <span>{names[side]}</span>
            </p>
            <p className="talk-sides__words">{words}</p>
            {reason !== null && <p className="typed-text">{reason}</p>}
            <ResponseNotes response={notes} />
          </section>
        )
      })}
    </div>
  )
}
