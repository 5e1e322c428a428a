import { Link } from '@remix-run/react'
import { counted } from '#app/format.ts'
import { itemPath } from '#app/next-step.ts'
import type { ReviewData } from './load-review.server.ts'

interface Props {
  assessmentId: string
  domain: ReviewData['domains'][number]
}

/** What is left open in one domain, what isn't applicable and why, and what that does to its band. */
export function ReviewDomain({ assessmentId, domain }: Props) {
  const { id, title, answered, applicable, unanswered, notReconfirmed, notApplicable, withheld } = domain
  const dontKnow = unanswered.filter((item) => item.dontKnow)
  const open = unanswered.filter((item) => !item.dontKnow)
  return (
    <section className="page-section review-domain" aria-labelledby={`review-${id}`}>
      <h2 id={`review-${id}`}>{title}</h2>
      <p>
        {answered} of {counted(applicable, 'item')} answered.
      </p>
      {withheld.map(({ text }) => (
        <p key={text} className="review-domain__band">
          <strong>No band:</strong> {text}
        </p>
      ))}
      {[
        { heading: 'Not answered', items: open },
        { heading: 'Answered “don’t know”, which counts as not answered', items: dontKnow },
      ].map(
        ({ heading, items }) =>
          items.length > 0 && (
            <div key={heading}>
              <h3>{heading}</h3>
              <ul>
                {items.map((item) => (
                  <li key={item.id}>
                    <Link to={itemPath(assessmentId, id, item.id)}>{item.question}</Link>
                    {item.required && <strong> (required)</strong>}
                    {item.mustHave && ' (must-have)'}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      {notReconfirmed.length > 0 && (
        <>
          <h3>Not reconfirmed ({notReconfirmed.length}), which counts as not answered</h3>
          <ul>
            {notReconfirmed.map((item) => (
              <li key={item.id}>
                <Link to={itemPath(assessmentId, id, item.id)}>{item.question}</Link>
                {item.required && <strong> (required)</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
      {notApplicable.length > 0 && (
        <>
          <h3>Not applicable</h3>
          <ul>
            {notApplicable.map((item) => (
              <li key={item.id}>
                <Link to={itemPath(assessmentId, id, item.id)}>{item.question}</Link>
                <br />
                Reason: <span className="typed-text">{item.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
