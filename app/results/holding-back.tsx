import type { ResultsView } from './results-view.ts'
import { ItemLink, ReasonText } from './reason-list.tsx'

/** What holds the agency back: bands that are withheld, with the reasons, and must-haves below their level. */
export function HoldingBack({ view: { overall, domains } }: { view: ResultsView }) {
  const withheld = domains.filter(({ score }) => score.withheld.length > 0)
  const clear = withheld.length === 0 && overall.withheld.length === 0 && !overall.capped
  return (
    <section className="results-section holding-back" aria-labelledby="holding-back">
      <h2 id="holding-back">What holds you back</h2>
      {clear && <p>Nothing does: every band is given, and every must-have is at its level or above.</p>}
      {overall.withheld.length > 0 && (
        <>
          <h3>No overall band yet</h3>
          {overall.withheld.map((reason) => (
            <ReasonText key={reason.text} reason={reason} />
          ))}
        </>
      )}
      {withheld.map(({ score }) => (
        <div key={score.id}>
          <h3>No band yet in {score.title}</h3>
          {score.withheld.map((reason) => (
            <ReasonText key={reason.text} reason={reason} />
          ))}
        </div>
      ))}
      {overall.capped && (
        <>
          <h3>Must-haves below the level that passes</h3>
          <p>{overall.capped.text}</p>
          {domains.map(({ score }) => (
            <CappedDomain key={score.id} title={score.title} items={score.capped?.items ?? []} />
          ))}
        </>
      )}
    </section>
  )
}

type Items = NonNullable<ResultsView['overall']['capped']>['items']

function CappedDomain({ title, items }: { title: string; items: Items }) {
  if (items.length === 0) return null
  return (
    <div className="band-reason">
      <h4>{title}</h4>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <ItemLink item={item} />
          </li>
        ))}
      </ul>
    </div>
  )
}
