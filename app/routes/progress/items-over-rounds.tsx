import { HeatMap } from '#app/charts/heat-map.tsx'
import type { ProgressView } from '#app/results/progress-view.ts'

/** Every item in every round, as a heat map. */
export function ItemsOverRounds({ view }: { view: ProgressView }) {
  const { finding, groups } = view.heatMap
  return (
    <section className="results-section" aria-labelledby="items">
      <h2 id="items">{finding}</h2>
      <p className="results__facts">
        Every scored item in every round. The darker a cell, the higher the level; the number in it says
        which.
      </p>
      <Key view={view} />
      <HeatMap
        caption="Levels of every item by round"
        rounds={view.rounds.map(({ short }) => short)}
        groups={groups}
        since={view.sinceLast ? `Since ${view.sinceLast.short}` : null}
      />
    </section>
  )
}

function Key({ view: { heatMap } }: { view: ProgressView }) {
  return (
    <ul className="heat-map-key" aria-label="What the cells mean">
      {heatMap.key.map(({ mark, tint, words }) => (
        <li key={words}>
          <span className={`heat-map__cell heat-map__cell--${tint ?? 'none'}`}>{mark}</span>
          {words}
        </li>
      ))}
    </ul>
  )
}
