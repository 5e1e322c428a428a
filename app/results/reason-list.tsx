import { NotAgreedMark } from './not-agreed.tsx'
import type { ItemName, Reason } from './score-view.ts'

/** Where an item stands on the results page. */
export const itemAnchor = (id: string) => `item-${id}`

/** A reason in words, with links to the items it hangs on. */
export function ReasonText({ reason }: { reason: Reason }) {
  return (
    <div className="band-reason">
      <p>{reason.text}</p>
      {reason.items.length > 0 && (
        <ul>
          {reason.items.map((item) => (
            <li key={item.id}>
              <ItemLink item={item} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** An item's question as a link to it further down the page. */
export function ItemLink({ item }: { item: Pick<ItemName, 'id' | 'question'> & Partial<ItemName> }) {
  return (
    <>
      <a className="usa-link" href={`#${itemAnchor(item.id)}`}>
        {item.question}
      </a>
      {item.detail && ` (${item.detail})`}
      <NotAgreedMark id={item.id} />
    </>
  )
}
