import type { ReactNode } from 'react'
import { WideTable } from '#app/charts/wide-table.tsx'
import type { FiguresData } from './load-figures.server.ts'

type Shown = NonNullable<FiguresData['shown']>

interface FigureProps {
  id: string
  heading: string
  caption: ReactNode
  head: readonly string[]
  children: ReactNode
}

/** A figure: what it says, how to read it, and its numbers. */
export function Figure({ id, heading, caption, head, children }: FigureProps) {
  return (
    <section className="page-section" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p>{caption}</p>
      <WideTable label={`${heading}: numbers`}>
        <table className="usa-table usa-table--borderless usa-table--compact figures-table">
          <thead>
            <tr>
              {head.map((label) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </WideTable>
    </section>
  )
}

/** Where the scores of each domain lie now, and before. */
export function ScoreTable({ shown }: { shown: Shown }) {
  const caption =
    'Half of the agencies lie between the two numbers of the middle half. Before and after are those of the agencies that have a score at both moments.'
  const head = ['Domain', 'Agencies', 'Median', 'Middle half', 'Agencies in both', 'Before', 'After']
  return (
    <Figure id="scores" heading="Where the scores lie" caption={caption} head={head}>
      {shown.scores.map(({ id, title, now, both }) => (
        <tr key={id}>
          <th scope="row">{title}</th>
          <td>{now.n}</td>
          <td>{now.median}</td>
          <td>{now.middle}</td>
          <td>{both.n}</td>
          <td>{both.before}</td>
          <td>{both.now}</td>
        </tr>
      ))}
    </Figure>
  )
}

/** How many agencies improved, declined or stayed. */
export function MovementTable({ shown }: { shown: Shown }) {
  const caption =
    'Like for like: on the items that are comparable and answered at both moments. A score that changed by less than half a point counts as the same.'
  const head = ['Domain', 'Agencies compared', 'Improved', 'Same', 'Declined', 'Share too little to compare']
  return (
    <Figure id="movement" heading="What became of them" caption={caption} head={head}>
      {shown.movement.map(({ id, title, n, improved, same, declined, notComparable }) => (
        <tr key={id}>
          <th scope="row">{title}</th>
          <td>{n}</td>
          <td>{improved}</td>
          <td>{same}</td>
          <td>{declined}</td>
          <td>{notComparable}</td>
        </tr>
      ))}
    </Figure>
  )
}

/** How many agencies are in which band. */
export function BandTable({ shown }: { shown: Shown }) {
  const head = ['Domain', 'Agencies', ...shown.bandLabels]
  return (
    <Figure
      id="bands"
      heading="Bands"
      caption="An agency has no band where too much is unanswered or does not apply."
      head={head}
    >
      {shown.bands.map(({ id, title, n, counts }) => (
        <tr key={id}>
          <th scope="row">{title}</th>
          <td>{n}</td>
          {counts.map((count, place) => (
            <td key={shown.bandLabels[place]}>{count}</td>
          ))}
        </tr>
      ))}
    </Figure>
  )
}

/** The items at which most agencies are weakest. */
export function WeakestTable({ shown }: { shown: Shown }) {
  if (shown.weakest.length === 0) return null
  return (
    <Figure
      id="weakest"
      heading="Where most agencies are weakest"
      caption="The ten items with the lowest mean level, of agencies that share their answers."
      head={['Item', 'Domain', 'Agencies', 'Mean level', 'At the two lowest levels']}
    >
      {shown.weakest.map(({ id, question, domain, n, mean, low }) => (
        <tr key={id}>
          <th scope="row">{question}</th>
          <td>{domain}</td>
          <td>{n}</td>
          <td>{mean}</td>
          <td>{low}</td>
        </tr>
      ))}
    </Figure>
  )
}
