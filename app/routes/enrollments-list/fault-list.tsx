import { Alert } from '#app/components/alert.tsx'
import type { ListFault } from '#app/enrollments/read-list.server.ts'

/** More faults than these have one cause, most likely. */
const mostShown = 100

/** What is wrong with a list, each fault with its row and column. */
export function FaultList({
  heading,
  faults,
  live = false,
}: {
  heading: string
  faults: ListFault[]
  live?: boolean
}) {
  const more = faults.length - mostShown
  return (
    <Alert tone="error" heading={heading} live={live}>
      <ul className="list-faults">
        {faults.slice(0, mostShown).map(({ row, column, text }) => (
          <li key={`${row} ${column} ${text}`}>
            {row !== null && (
              <strong>
                Row {row}
                {column !== null && `, ${column}`}:{' '}
              </strong>
            )}
            {text}
          </li>
        ))}
        {more > 0 && <li>… and {more} more.</li>}
      </ul>
    </Alert>
  )
}
