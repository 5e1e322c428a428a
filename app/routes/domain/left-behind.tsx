import { Alert } from '#app/components/alert.tsx'
import { ResponseNotes } from '#app/components/response-value.tsx'
import { counted } from '#app/format.ts'
import type { Saver, SavingState } from '#app/saving/saver.ts'
import { fieldValue } from './form-fields.ts'
import type { Draft } from './draft.ts'
import type { DomainPage } from './load-domain.server.ts'
import type { FormOutcome } from './save-form.server.ts'

interface Props {
  page: DomainPage
  state: SavingState
  saver: Saver | null
  outcome: FormOutcome | undefined
}

/** What was given to a question that the assessment's version doesn't ask any more, to be read once more and let go. */
export function LeftBehind({ page, state, saver, outcome }: Props) {
  const asked = new Set(page.domains.flatMap(({ itemIds }) => itemIds))
  const unsaved = Object.values(state.queue.entries).filter(
    ({ itemId, hold }) => !asked.has(itemId) && hold !== null,
  )
  const sent = outcome?.left ?? []
  if (unsaved.length + sent.length === 0) return null
  return (
    <Alert
      tone="warning"
      heading={`${counted(unsaved.length + sent.length, 'answer')} could not be saved: the question is not here any more`}
      live
    >
      <p>The assessment was moved to another version of its questionnaire. Copy from it what you need:</p>
      {sent.map(({ itemId, question, draft }) => (
        <section key={itemId} aria-label={question}>
          <p>{question}</p>
          <Given draft={draft} />
        </section>
      ))}
      {unsaved.map(({ itemId, shown }) => (
        <section key={itemId} aria-label="An answer to a question that is not asked any more">
          <Given draft={shown} />
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => saver?.letGo(itemId)}
          >
            Discard it
          </button>
        </section>
      ))}
    </Alert>
  )
}

/** An answer without its question, which is gone. */
function Given({ draft }: { draft: Draft }) {
  const { value, notApplicable, dontKnow } = draft
  return (
    <>
      <p className="response-value">
        {value !== undefined && <span className="typed-text">{fieldValue(value)}</span>}
        {notApplicable !== undefined && <span className="typed-text">Not applicable: {notApplicable}</span>}
        {dontKnow && 'Don’t know'}
      </p>
      <ResponseNotes response={draft} />
    </>
  )
}
