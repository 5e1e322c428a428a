import { counted, formatScore } from '../format.ts'
import { BandTag } from './band-tag.tsx'
import { ComparedDomain } from './compared-domain.tsx'
import { ExplanationFold } from './explanation-fold.tsx'
import { ItemList } from './item-list.tsx'
import { RaiserList } from './raiser-list.tsx'
import { ReasonText } from './reason-list.tsx'
import type { DomainResults as Results, ResultsView } from './results-view.ts'

/** One domain: its score, what becomes of its band, what would raise it, how it came about, every item. */
export function DomainResults({ domain, view }: { domain: Results; view: ResultsView }) {
  const { score, sum, raisers, items } = domain
  const comparison = view.review?.items.find(({ id }) => id === score.id)
  return (
    <section className="results-domain" aria-labelledby={`domain-${score.id}`}>
      <h3 id={`domain-${score.id}`}>{score.title}</h3>
      <p className="results-domain__score">
        <strong>{formatScore(score)}</strong> <BandTag score={score} />
      </p>
      {score.withheld.map((reason) => (
        <ReasonText key={reason.text} reason={reason} />
      ))}
      {score.capped && <ReasonText reason={score.capped} />}
      {raisers.length > 0 && (
        <>
          <h4>What would raise it most</h4>
          <RaiserList raisers={raisers} />
        </>
      )}
      {comparison && <ComparedDomain comparison={comparison} levels={view.levels} />}
      {sum && <ExplanationFold of={`the ${score.title} score`} explanation={sum} worth={view.worth} />}
      <details className="fold">
        <summary>
          {counted(items.length, 'item')} in {score.title}: levels, notes and evidence
        </summary>
        <ItemList items={items} levels={view.levels} />
      </details>
    </section>
  )
}
