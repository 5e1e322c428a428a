import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { counted } from '#app/format.ts'

interface Props {
  /** What the button does: submits one of two sides, or makes final what the agency rates alone. */
  intent: 'finalize' | 'submit'
  /** The side's revision that this page shows. */
  seen: number
  /** Whether required items are missing, or all. */
  blocked: boolean
  /** How many carried answers nobody has confirmed. */
  toConfirm: number
  /** The name of the organization that submits, and of the one across. */
  own: string
  other: string | null
}

/** The button that submits, with what that means. */
export function SubmitForm({ intent, seen, blocked, toConfirm, own, other }: Props) {
  return (
    <section className="page-section submit-form" aria-labelledby="submit">
      <h2 id="submit">Submit</h2>
      <p>When you submit,</p>
      {intent === 'finalize' ? <WhenFinal other={other} /> : <WhenSubmitted own={own} other={other ?? ''} />}
      {toConfirm > 0 && (
        <p>
          <strong>{counted(toConfirm, 'answer')} not reconfirmed</strong>: submitted like this,{' '}
          {toConfirm === 1 ? 'it counts' : 'they count'} as not answered.
        </p>
      )}
      {blocked ? (
        <p>
          <strong>Answer the items first that block it.</strong> Then this page has a button to submit.
        </p>
      ) : (
        <ReviewForm intent={intent} seen={seen}>
          {intent === 'finalize' ? 'Submit and make final' : `Submit for ${own}`}
        </ReviewForm>
      )}
    </section>
  )
}

function WhenFinal({ other }: { other: string | null }) {
  return (
    <ul>
      <li>
        the assessment becomes final: a copy is kept as it is now, and its scores count in your progress;
      </li>
      <li>
        it is marked <strong>not co-reviewed</strong>, because{' '}
        {other ? `it goes on without ${other}` : 'no partner rated it'};
      </li>
      <li>it is locked: nobody can change an answer, unless a coordinator reopens it and says why.</li>
    </ul>
  )
}

function WhenSubmitted({ own, other }: { own: string; other: string }) {
  return (
    <ul>
      <li>the answers of {own} are locked, and the coordinators of both sides are told by mail;</li>
      <li>a coordinator of yours can recall them until {other} has submitted too;</li>
      <li>
        once both have submitted, each side sees the other’s answers, and both settle where they differ and
        sign. Before that, neither sees any.
      </li>
    </ul>
  )
}

interface FormProps {
  intent: 'finalize' | 'submit' | 'recall' | 'confirm'
  seen?: number
  outline?: boolean
  children: ReactNode
}

/** A button of the review page, which also works without JavaScript. */
export function ReviewForm({ intent, seen, outline = false, children }: FormProps) {
  const navigation = useNavigation()
  return (
    <Form method="post" preventScrollReset={false}>
      <input type="hidden" name="intent" value={intent} />
      {seen !== undefined && <input type="hidden" name="sideRevision" value={seen} />}
      <button
        type="submit"
        className={`usa-button ${outline ? 'usa-button--outline' : 'usa-button--big'}`}
        disabled={navigation.state === 'submitting'}
      >
        {children}
      </button>
    </Form>
  )
}
