import { SideMark } from './side-mark.tsx'
import type { ItemDetail } from './item-view.ts'

/** The questionnaire's levels, highest first, with this item's anchors and who chose which. */
export function Scale({ item }: { item: ItemDetail }) {
  return (
    <ol className="scale" aria-label="The levels, and who chose which">
      {item.scale.map(({ value, label, anchor, chosenBy, agreed, proposed }) => (
        <li
          key={value}
          className={chosenBy.length > 0 || agreed ? 'scale__level scale__level--chosen' : 'scale__level'}
        >
          <span className="scale__name">
            {value} · {label}
          </span>
          <span className="scale__anchor">{anchor}</span>
          <span className="scale__marks">
            {chosenBy.map((side) => (
              <SideMark key={side} of={side} />
            ))}
            {proposed && <SideMark of="proposed" />}
            {agreed && <SideMark of="agreed" />}
          </span>
        </li>
      ))}
    </ol>
  )
}
