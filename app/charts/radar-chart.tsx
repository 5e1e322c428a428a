import { lazy } from 'react'
import { Chart } from './chart.tsx'
import type { RadarPoint, RoundName } from './radar-point.ts'

const RadarPlot = lazy(() => import('./radar-plot.tsx'))

interface Props {
  finding: string
  points: readonly RadarPoint[]
  /** The round now, and the one before it, or null where this is the first. */
  now: RoundName
  before: RoundName | null
}

/** The domains' scores as a radar, against the round before where there is one. */
export function RadarChart({ finding, points, now, before }: Props) {
  return (
    <Chart
      shape="radar"
      finding={finding}
      plot={() => <RadarPlot points={points} />}
      caption={<Key now={now} before={before} />}
    >
      <table className="usa-table usa-table--borderless chart-table">
        <caption className="usa-sr-only">{finding}. Scores from 0 to 100.</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col" className="chart-table__number">
              {now.short}
            </th>
            {before && (
              <>
                <th scope="col" className="chart-table__number">
                  {before.short}
                </th>
                <th scope="col" className="chart-table__number">
                  Change
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <th scope="row">
                {point.label}
                <span className="chart-table__basis">{point.basis}</span>
              </th>
              <td className="chart-table__number">{point.now ?? 'no score'}</td>
              {before && (
                <>
                  <td className="chart-table__number">{point.before ?? '–'}</td>
                  <td className="chart-table__number">{point.change}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  )
}

function Key({ now, before }: Pick<Props, 'now' | 'before'>) {
  return (
    <p>
      <span className="chart-key chart-key--now" aria-hidden="true" /> {now.label}, solid
      {before && (
        <>
          {'; '}
          <span className="chart-key chart-key--before" aria-hidden="true" /> {before.label}, dashed, on the
          same items
        </>
      )}
      . The outer edge is 100, the middle 0.
    </p>
  )
}
