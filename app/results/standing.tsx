import { BandTag } from './band-tag.tsx'
import type { ResultsView } from './results-view.ts'
import { ScoreBar } from './score-bar.tsx'
import { basisOf, changeSentence } from './score-words.ts'

/** Where the agency stands: the overall score, and the six domains as a list. */
export function Standing({ view }: { view: ResultsView }) {
  return (
    <section className="results-section results-section--first" aria-labelledby="standing">
      <h2 id="standing">Where you stand</h2>
      <div className="standing">
        <Overall view={view} />
        <ul className="domain-scores">
          {view.domains.map(({ score }) => (
            <li key={score.id} className="domain-score">
              <a className="usa-link domain-score__name" href={`#domain-${score.id}`}>
                {score.title}
              </a>
              <span className="domain-score__number">{score.displayed ?? '–'}</span>
              <span className="domain-score__basis">{basisOf(score)}</span>
              <span className="domain-score__band">
                <BandTag score={score} />
              </span>
              <span className="domain-score__bar">
                <ScoreBar score={score.displayed} bounds={view.bounds} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Overall({ view: { overall, change } }: { view: ResultsView }) {
  return (
    <div className="standing__overall">
      <p>
        <span className="standing__score">{overall.displayed ?? 'No score'}</span>
        {overall.displayed !== null && <span className="standing__outof"> of 100</span>}
      </p>
      <p>
        <BandTag score={overall} />
      </p>
      <p>Overall, {basisOf(overall)}</p>
      {change && (
        <p>
          {changeSentence(change)} {change.basis}
        </p>
      )}
      {overall.band && <p>{overall.band.meaning}</p>}
    </div>
  )
}
