import { Form, useNavigation } from '@remix-run/react'

interface Props {
  /** The revisions that this page shows. */
  seen: { assessment: number; side: number }
  /** Whether required items are missing, or all. */
  blocked: boolean
}

/** The button that makes an assessment final, with what that means. */
export function SubmitForm({ seen, blocked }: Props) {
  const navigation = useNavigation()
  return (
    <section className="page-section submit-form" aria-labelledby="submit">
      <h2 id="submit">Submit</h2>
      <p>When you submit,</p>
      <ul>
        <li>
          the assessment becomes final: a copy is kept as it is now, and its scores count in your progress;
        </li>
        <li>
          it is marked <strong>not co-reviewed</strong>, because no partner rated it;
        </li>
        <li>it is locked: nobody can change an answer, unless a coordinator reopens it and says why.</li>
      </ul>
      {blocked ? (
        <p>
          <strong>Answer the items first that block it.</strong> Then this page has a button to submit.
        </p>
      ) : (
        <Form method="post" preventScrollReset={false}>
          <input type="hidden" name="assessmentRevision" value={seen.assessment} />
          <input type="hidden" name="sideRevision" value={seen.side} />
          <button
            type="submit"
            className="usa-button usa-button--big"
            disabled={navigation.state === 'submitting'}
          >
            Submit and make final
          </button>
        </Form>
      )}
    </section>
  )
}
