import { createContext, useContext } from 'react'

/** The items of the page that both sides closed as *not agreed*. */
export const NotAgreedItems = createContext<ReadonlySet<string>>(new Set())

/** Marks an item that wasn't agreed on, wherever it is named; nothing for all others. */
export function NotAgreedMark({ id }: { id: string }) {
  if (!useContext(NotAgreedItems).has(id)) return null
  return (
    <>
      {' '}
      <span className="usa-tag not-agreed">Not agreed</span>
    </>
  )
}
