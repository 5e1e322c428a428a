import { DumbbellChart } from '../charts/dumbbell-chart.tsx'
import type { DumbbellRow } from '../charts/dumbbell-row.ts'
import type { Level } from '#assessments/questionnaire.ts'
import { settledWords } from '../settled-words.ts'
import type { DomainComparison, ItemComparison } from './compared-items.ts'
import { itemAnchor } from './reason-list.tsx'

interface Props {
  comparison: DomainComparison
  levels: readonly Level[]
}

/** A domain's items with both sides' levels and the agreed one: those that differed drawn, all in the table. */
export function ComparedDomain({ comparison: { finding, caption, items }, levels }: Props) {
  const values = levels.map(({ value }) => value)
  const scale = { from: values[0] ?? 1, to: values.at(-1) ?? 5, ticks: values }
  const rows = items.map(({ row }) => row).filter((row): row is DumbbellRow => row !== null)
  return (
    <DumbbellChart headingLevel="h4" finding={finding} rows={rows} scale={scale} caption={caption}>
      <details className="fold">
        <summary>All levels of this domain in a table</summary>
        <Levels items={items} finding={finding} />
      </details>
    </DumbbellChart>
  )
}

function Levels({ items, finding }: { items: readonly ItemComparison[]; finding: string }) {
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked chart-table">
      <caption className="usa-sr-only">{finding}</caption>
      <thead>
        <tr>
          {['Item', 'Agency', 'Partner', 'Agreed', 'How it was settled'].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, question, agency, partner, agreed, how, note }) => (
          <tr key={id}>
            <th scope="row" data-label="Item">
              <a className="usa-link" href={`#${itemAnchor(id)}`}>
                {question}
              </a>
            </th>
            <td data-label="Agency">{agency}</td>
            <td data-label="Partner">{partner}</td>
            <td data-label="Agreed">{agreed}</td>
            <td data-label="How it was settled">
              {how === 'not-agreed' ? <strong>{settledWords[how]}</strong> : settledWords[how]}
              {note !== null && <span className="chart-table__basis typed-text">{note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
