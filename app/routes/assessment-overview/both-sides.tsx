import type { CoReview } from '#app/co-review.server.ts'
import type { Stage } from '#db/words.ts'

interface Props {
  /** The name of one's own organization. */
  own: string
  stage: Stage
  coReview: CoReview
}

/** Which of the two sides has submitted; of the other, nothing else. */
export function BothSides({ own, stage, coReview }: Props) {
  const { other, submitted } = coReview
  return (
    <section className="page-section" aria-labelledby="sides">
      <h2 id="sides">The two sides</h2>
      <dl className="side-standings">
        {[
          { name: `${own} (your side)`, done: submitted.own },
          { name: other, done: submitted.other },
        ].map(({ name, done }) => (
          <div key={name} className="side-standing">
            <dt>{name}</dt>
            <dd>{done ? 'Submitted' : 'Not submitted yet'}</dd>
          </div>
        ))}
      </dl>
      <p>{standingOf(stage, coReview)}</p>
    </section>
  )
}

function standingOf(stage: Stage, { side, other, alone, partnershipEnded, mayGoAlone }: CoReview): string {
  if (alone) {
    return side === 'agency'
      ? `This assessment goes on without ${other}, and is not co-reviewed.`
      : `${other} went on without a partner. What you answered stays readable to you.`
  }
  if (partnershipEnded && stage !== 'final') {
    const asks = side === 'agency' && !mayGoAlone
    const next = asks ? 'A coordinator of yours can let the assessment go on alone.' : ''
    return `The partnership with ${other} has ended: nothing more can be done together. ${next}`
  }
  if (stage === 'answering') {
    return 'Each side answers by itself. Neither sees the other’s answers until both have submitted.'
  }
  return stage === 'reconciling'
    ? 'Both have submitted, and see each other’s answers.'
    : 'Both sides have signed what they agreed on.'
}
