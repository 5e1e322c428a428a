import { Figure } from './figure-tables.tsx'
import type { FiguresData } from './load-figures.server.ts'

const caption =
  'Overall scores. Before and after are the medians of the agencies that have a score at both moments; what became of them is like for like.'
const head = ['Agencies', 'Median', 'Agencies in both', 'Before', 'After', 'Improved', 'Same', 'Declined']

/** The overall score of agencies that have something in common. */
export function CohortTables({ shown }: { shown: NonNullable<FiguresData['shown']> }) {
  return (
    <>
      {shown.cohorts.map(({ title, groups }, place) => (
        <Figure
          key={title}
          id={`cohort-${place}`}
          heading={title}
          caption={caption}
          head={['Group', ...head]}
        >
          {groups.map(({ label, n, median, both, improved, same, declined }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{n}</td>
              <td>{median}</td>
              <td>{both.n}</td>
              <td>{both.before}</td>
              <td>{both.now}</td>
              <td>{improved}</td>
              <td>{same}</td>
              <td>{declined}</td>
            </tr>
          ))}
        </Figure>
      ))}
    </>
  )
}
