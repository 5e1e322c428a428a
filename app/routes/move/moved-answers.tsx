import type { Fate } from '#assessments/carrying.ts'
import type { MovedAnswer, MovePreview } from './preview.ts'

const headings: [Fate, string][] = [
  ['asked-anew', 'Asked anew, what you answered is shown beside it'],
  ['not-held', 'Can no longer be answered so, shown beside the question'],
  ['stands', 'Stands as it is'],
]

/** Each answer with what becomes of it, and the author's sentences why, domain by domain. */
export function MovedAnswers({ preview: { domains, left } }: { preview: MovePreview }) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Answer by answer</h2>
      {domains.map(({ id, title, answers }) => (
        <section key={id} className="moved-domain" aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`}>{title}</h3>
          {headings.map(([fate, heading]) => (
            <Group key={fate} heading={heading} answers={answers[fate]} folded={fate === 'stands'} />
          ))}
        </section>
      ))}
      {left.length > 0 && (
        <section className="moved-domain" aria-labelledby="left-title">
          <h3 id="left-title">Not asked any more</h3>
          <Group heading="Kept, and doesn’t count" answers={left} folded={false} />
        </section>
      )}
    </section>
  )
}

interface GroupProps {
  heading: string
  answers: readonly MovedAnswer[]
  /** Whether there is little to look at. */
  folded: boolean
}

function Group({ heading, answers, folded }: GroupProps) {
  if (answers.length === 0) return null
  const list = (
    <ul>
      {answers.map(({ itemId, question, why }) => (
        <li key={itemId}>
          {question}
          {why !== null && <p className="usa-hint">{why}</p>}
        </li>
      ))}
    </ul>
  )
  if (folded) {
    return (
      <details className="fold">
        <summary>
          {heading} ({answers.length})
        </summary>
        {list}
      </details>
    )
  }
  return (
    <>
      <h4>{heading}</h4>
      {list}
    </>
  )
}
