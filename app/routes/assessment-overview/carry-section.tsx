import { Link } from '@remix-run/react'
import type { CarryOffer } from '#app/carrying/carry-offer.server.ts'
import { counted } from '#app/format.ts'

/** Offers to carry the last answers forward where something is answered here already. */
export function CarrySection({ assessmentId, carry }: { assessmentId: string; carry: CarryOffer }) {
  return (
    <section className="page-section" aria-labelledby="carry">
      <h2 id="carry">Your answers of {carry.month}</h2>
      <p>
        {counted(carry.count, 'answer')} of your assessment as of {carry.asOf} can come along to items that
        you have not answered here. Each counts once you have confirmed it.
      </p>
      <p>
        <Link className="usa-button usa-button--outline" to={`/assessments/${assessmentId}/carry-forward`}>
          Carry the answers of {carry.month} forward
        </Link>
      </p>
    </section>
  )
}
