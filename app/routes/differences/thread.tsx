import { stepFields } from '#app/reconciling/step-fields.ts'
import type { ItemDetail } from './item-view.ts'
import { NoteField } from './note-field.tsx'
import { RedactLink } from './redact-link.tsx'
import { SideMark } from './side-mark.tsx'
import { SendButton, StepForm } from './step-form.tsx'

/** What was said and proposed about an item, in order, and a field to say more. */
export function Thread({ item, maySettle }: { item: ItemDetail; maySettle: boolean }) {
  return (
    <section className="thread" aria-labelledby="thread">
      <h3 id="thread">What was said</h3>
      {item.thread.length === 0 ? (
        <p className="talk__hint">Nothing yet.</p>
      ) : (
        <ol className="thread__steps">
          {item.thread.map(({ revision, kind, by, side, at, words, reason, text, redactable }) => (
            <li key={revision} className={`thread__step thread__step--${kind}`}>
              <p className="thread__who">
                <SideMark of={side} /> <strong>{by}</strong> {words} <span className="talk__when">{at}</span>{' '}
                {redactable && <RedactLink revision={revision} of={`what ${by} wrote, ${at}`} />}
              </p>
              {reason !== null && <p className="typed-text">{reason}</p>}
              {text !== null && <p className="typed-text">{text}</p>}
            </li>
          ))}
        </ol>
      )}
      {maySettle && (
        <StepForm intent="commented" itemId={item.id} className="thread__form">
          <NoteField
            id="comment"
            intent="commented"
            name={stepFields.text}
            label="Comment"
            hint="Both sides can read it. No information about a person in crisis."
            required
          />
          <SendButton intent="commented" outline>
            Send the comment
          </SendButton>
        </StepForm>
      )}
    </section>
  )
}
