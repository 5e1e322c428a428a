import { lazy, type ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { plotSize, type DumbbellRow, type DumbbellScale } from './dumbbell-row.ts'

const DumbbellPlot = lazy(() => import('./dumbbell-plot.tsx'))

interface Props {
  finding: string
  headingLevel?: 'h3' | 'h4'
  /** Those that are drawn; none at all where there is nothing to see. */
  rows: readonly DumbbellRow[]
  scale: DumbbellScale
  /** What the axis says, and what isn't drawn. */
  caption: string
  /** The same numbers as a table. */
  children: ReactNode
}

/** What the agency and its partner each gave, with a line between, and what both agreed on. */
export function DumbbellChart({ finding, headingLevel = 'h3', rows, scale, caption, children }: Props) {
  return (
    <Chart
      shape="rows"
      size={plotSize(rows)}
      finding={finding}
      headingLevel={headingLevel}
      plot={rows.length > 0 ? () => <DumbbellPlot rows={rows} scale={scale} /> : null}
      caption={
        <p>
          {rows.length > 0 && <Key />}
          {caption}
        </p>
      }
    >
      {children}
    </Chart>
  )
}

function Key() {
  return (
    <>
      <span className="dumbbell-key dumbbell-key--agency" aria-hidden="true" /> agency,{' '}
      <span className="dumbbell-key dumbbell-key--partner" aria-hidden="true" /> partner,{' '}
      <span className="dumbbell-key dumbbell-key--agreed" aria-hidden="true" /> agreed.{' '}
    </>
  )
}
