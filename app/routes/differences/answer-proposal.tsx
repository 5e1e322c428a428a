import { stepFields } from '#app/reconciling/step-fields.ts'
import type { ItemDetail } from './item-view.ts'
import { NoteField } from './note-field.tsx'
import { SendButton, StepForm } from './step-form.tsx'

interface Props {
  item: ItemDetail
  maySettle: boolean
}

/** The proposal that is open: who made it, and what can be done about it. */
export function AnswerProposal({ item, maySettle }: Props) {
  const { proposal } = item
  if (!proposal) return null
  const noteDue = item.needsNote && proposal.note === null
  return (
    <section className="proposal" aria-labelledby="proposal">
      <h3 id="proposal">
        {proposal.own ? 'Your side proposes' : `${proposal.by} (${proposal.side}) proposes`} {proposal.words}
      </h3>
      <p className="talk__when">
        {proposal.own && `${proposal.by}, `}
        {proposal.at}
      </p>
      {proposal.reason !== null && <p className="typed-text">Why it does not apply: {proposal.reason}</p>}
      {proposal.notAgreed && <p>{notAgreedWords(item)}</p>}
      {proposal.note !== null && <p className="typed-text proposal__note">{proposal.note}</p>}
      {maySettle && !proposal.own && (
        <StepForm
          intent="accepted"
          itemId={item.id}
          hidden={{ [stepFields.refersTo]: proposal.revision }}
          className="proposal__accept"
        >
          {noteDue && (
            <NoteField
              id="accept-note"
              intent="accepted"
              label="Note: why you agree on this"
              hint="The sides are two levels or more apart, and the proposal has no note: one is needed to accept it."
              required
            />
          )}
          <SendButton intent="accepted">Accept: {proposal.words}</SendButton>
          <p className="talk__hint">Or counter with a proposal of your own below.</p>
        </StepForm>
      )}
      {maySettle && proposal.own && (
        <StepForm intent="withdrawn" itemId={item.id} hidden={{ [stepFields.refersTo]: proposal.revision }}>
          <p className="talk__hint">
            It waits for the other side to accept it. You can change it below, or take it back.
          </p>
          <SendButton intent="withdrawn" outline>
            Withdraw
          </SendButton>
        </StepForm>
      )}
    </section>
  )
}

/** What closing an item as not agreed does to it. */
export function notAgreedWords({ lower }: Pick<ItemDetail, 'lower'>): string {
  return lower === null
    ? 'Neither side has a level, so that it stays unanswered. It is marked as not agreed wherever it appears.'
    : `The lower level then counts: ${lower}. It is marked as not agreed wherever it appears.`
}
