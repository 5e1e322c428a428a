import { Link } from '@remix-run/react'
import { ProgressBar } from '#app/components/progress-bar.tsx'
import { counted, listed } from '#app/format.ts'
import { itemPath } from '#app/next-step.ts'

export interface DomainRowData {
  id: string
  title: string
  answered: number
  applicable: number
  missing: { id: string; question: string; required: boolean; dontKnow: boolean; assignedTo: string | null }[]
  /** Who answered last, and when. */
  last: { name: string; when: string } | null
  /** Whose the whole domain is. */
  assignedTo: string | null
  /** Who has single items of it. */
  itemsAssignedTo: string[]
}

interface Props {
  assessmentId: string
  row: DomainRowData
}

/** A domain of the overview: how far it is, who answered last, whose it is, and what is missing. */
export function DomainRow({ assessmentId, row }: Props) {
  return (
    <li className="domain-row">
      <h3 className="domain-row__title">
        <Link to={itemPath(assessmentId, row.id)}>{row.title}</Link>
      </h3>
      <ProgressBar done={row.answered} total={row.applicable} />
      <p className="domain-row__facts">
        {row.last ? `${row.last.name} answered last, ${row.last.when}.` : 'Nobody has answered yet.'}{' '}
        {assignmentWords(row)}
      </p>
      {row.missing.length > 0 ? (
        <Missing assessmentId={assessmentId} row={row} />
      ) : (
        row.applicable > 0 && <p className="domain-row__done">Nothing is missing.</p>
      )}
    </li>
  )
}

function assignmentWords({ assignedTo, itemsAssignedTo }: DomainRowData): string {
  const some = itemsAssignedTo.length > 0 ? `single items to ${listed(itemsAssignedTo)}` : null
  if (assignedTo) return `Assigned to ${assignedTo}${some ? `; ${some}` : ''}.`
  return some ? `Assigned: ${some}.` : ''
}

function Missing({ assessmentId, row }: Props) {
  const required = row.missing.filter((item) => item.required).length
  return (
    <details className="domain-row__missing">
      <summary>
        {counted(row.missing.length, 'item')} missing{required > 0 && `, ${required} required`}
      </summary>
      <ul>
        {row.missing.map((item) => (
          <li key={item.id}>
            <Link to={itemPath(assessmentId, row.id, item.id)}>{item.question}</Link>
            {marks(item)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function marks({ required, dontKnow, assignedTo }: DomainRowData['missing'][number]): string {
  const words = [
    required && 'required',
    dontKnow && 'answered “don’t know”',
    assignedTo && `assigned to ${assignedTo}`,
  ].filter(Boolean)
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}
