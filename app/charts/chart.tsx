import { Suspense, useId, type ReactNode } from 'react'
import { useInBrowser } from './in-browser.ts'

interface Props {
  /** What the chart shows, said as a finding: "Training rose most since March 2025: +12". */
  finding: string
  headingLevel?: 'h2' | 'h3' | 'h4'
  /** The shape of the box that is kept free from the start, so that nothing moves once the plot is there. */
  shape: 'radar' | 'trend' | 'rows'
  /** Of a plot of shape `rows`, whose height depends on what is in it. */
  size?: { width: number; height: number }
  /** How to read it, in a sentence or two. */
  caption?: ReactNode
  /** Draws the plot; it may be lazy, and is called in the browser alone. Null where there is nothing to draw. */
  plot: (() => ReactNode) | null
  /** The same numbers as a table. */
  children: ReactNode
}

/**
 * A chart: its finding, the plot, and its numbers as a table. The plot is hidden from screen readers, who
 * get the finding and the table; without JavaScript, and until it is drawn, so does everybody.
 */
export function Chart(props: Props) {
  const { finding, headingLevel: Heading = 'h3', shape, size, caption, plot, children } = props
  const heading = useId()
  const inBrowser = useInBrowser()
  const waiting = (
    <p className="chart__waiting">
      Your browser draws this chart with JavaScript. Its numbers are in the table.
    </p>
  )
  return (
    <figure className={`chart chart--${shape}`} aria-labelledby={heading}>
      <Heading id={heading} className="chart__finding">
        {finding}
      </Heading>
      {caption && <div className="chart__caption">{caption}</div>}
      {plot && (
        <div className={`chart__box chart__box--${shape}`} aria-hidden="true">
          {size && <svg className="chart__room" viewBox={`0 0 ${size.width} ${size.height}`} />}
          {inBrowser ? <Suspense fallback={waiting}>{plot()}</Suspense> : waiting}
        </div>
      )}
      <div className="chart__numbers">{children}</div>
    </figure>
  )
}
