import { reasonNotShared } from '#assessments/shared-copy.ts'
import { signed } from '#app/charts/findings.ts'
import { ResponseNotes, ResponseValue } from '#app/components/response-value.tsx'
import { counted, formatScore, listed } from '#app/format.ts'
import type { FollowedAnswers, FollowedItem, Whose } from './answers-view.ts'
import type { FollowedRound, ScoreLine } from './load-round.server.ts'

/** One final round as far as it is shared: its scores, what caps a band, and the answers. */
export function FollowedRoundView({ round }: { round: FollowedRound }) {
  const { asOf, questionnaire, review, beingRevised, change, scores, answers } = round
  const capped = scores.filter(({ scope, cappedBy }) => scope !== 'overall' && cappedBy.length > 0)
  return (
    <section className="page-section" aria-labelledby="round">
      <h2 id="round">Result as of {asOf}</h2>
      <p>
        {questionnaire}. {review}
        {beingRevised && ' Being revised: this is what counts until it is final again.'} The instrument has
        not been validated: it serves to talk and to plan, not to rank agencies.
      </p>
      <ScoresTable scores={scores} since={change?.since ?? null} />
      {change && <p className="results__facts">{change.basis}</p>}
      {capped.length > 0 && (
        <>
          <h3>Must-haves that hold a band back</h3>
          {capped.map(({ scope, title, cappedBy }) => (
            <div key={scope} className="band-reason">
              <h4>{title}</h4>
              <ul>
                {cappedBy.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
      {answers && <Answers answers={answers} />}
    </section>
  )
}

function ScoresTable({ scores, since }: { scores: readonly ScoreLine[]; since: string | null }) {
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked assessments-table followed-scores">
      <thead>
        <tr>
          <th scope="col">Domain</th>
          <th scope="col">Score</th>
          <th scope="col">Band</th>
          {since !== null && <th scope="col">Change since {since}</th>}
        </tr>
      </thead>
      <tbody>
        {scores.map((line) => (
          <tr key={line.scope}>
            <th scope="row" data-label="Domain">
              {line.title}
            </th>
            <td data-label="Score">{formatScore(line)}</td>
            <td data-label="Band">{line.band ?? 'No band'}</td>
            {since !== null && (
              <td data-label={`Change since ${since}`}>
                {line.change === null
                  ? 'Too little in common'
                  : line.change === 0
                    ? 'No change'
                    : signed(line.change)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Answers({ answers: { levels, domains } }: { answers: FollowedAnswers }) {
  return (
    <>
      <h3>Answers</h3>
      {domains.map(({ id, title, items }) => (
        <details key={id} className="fold">
          <summary>
            {title} ({counted(items.length, 'item')})
          </summary>
          <ol className="result-items">
            {items.map((item) => (
              <li key={item.id} className="result-item">
                <p className="result-item__question">
                  {item.question}
                  {item.mustHave && <span className="usa-tag result-item__must">Must-have</span>}
                  {item.notAgreed && (
                    <span className="usa-tag not-agreed result-item__must">
                      Not agreed: the lower level counts
                    </span>
                  )}
                </p>
                <ItemAnswers item={item} levels={levels} />
              </li>
            ))}
          </ol>
        </details>
      ))}
    </>
  )
}

function ItemAnswers({
  item: { item, answers },
  levels,
}: { item: FollowedItem } & Pick<FollowedAnswers, 'levels'>) {
  return (
    <dl className="both-answers">
      {answers.map(({ whose, response }) => (
        <div key={whose.join(' ')}>
          <dt>{whoseWords(whose)}</dt>
          <dd>
            {response.notApplicable === reasonNotShared ? (
              <p className="response-value">Not applicable. The reason is not shared.</p>
            ) : (
              <ResponseValue item={item} levels={levels} response={response} />
            )}
            <ResponseNotes response={response} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** "Agreed, agency and partner". */
function whoseWords([first = 'Agency', ...others]: readonly Whose[]): string {
  return listed([first, ...others.map((whose) => whose.toLowerCase())])
}
