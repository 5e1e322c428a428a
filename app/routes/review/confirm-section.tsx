import { counted } from '#app/format.ts'
import type { ReviewData } from './load-review.server.ts'
import { ReviewForm } from './submit-form.tsx'

/** Carried answers that nobody has confirmed: how many, what confirming says, and the button for all of them. */
export function ConfirmSection({ data: { assessment, toConfirm, seen, may } }: { data: ReviewData }) {
  if (toConfirm === 0) return null
  const one = toConfirm === 1
  return (
    <section className="page-section" aria-labelledby="to-confirm">
      <h2 id="to-confirm">{counted(toConfirm, 'answer')} not reconfirmed</h2>
      <p>
        {one ? 'It was' : 'They were'} carried from another assessment, and {one ? 'counts' : 'count'} as
        unanswered until somebody confirms {one ? 'it' : 'them'}. {one ? 'It is' : 'They are'} listed below,
        domain by domain, each with the way to look at it.
      </p>
      {may.answer ? (
        <>
          <p>
            If you confirm all at once, you say that {one ? 'it still holds' : 'each of them still holds'} as
            of {assessment.asOf}, without going through {one ? 'it' : 'them one by one'}. It is recorded as
            one step, with your name.
          </p>
          <ReviewForm intent="confirm" seen={seen} outline>
            Confirm {one ? 'this answer' : `all ${toConfirm} answers`}
          </ReviewForm>
        </>
      ) : (
        <p>Contributors and coordinators can confirm {one ? 'it' : 'them'}.</p>
      )}
    </section>
  )
}
