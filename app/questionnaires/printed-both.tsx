import type { Item } from '#assessments/item.ts'
import type { Level } from '#assessments/questionnaire.ts'
import type { Settled } from '#assessments/reconciliation.ts'
import { BothAnswers } from '../components/both-answers.tsx'
import { ResponseNotes, ResponseValue, type ShownResponse } from '../components/response-value.tsx'
import { settledSentence } from '../settled-words.ts'

/** What both sides answered to an item, and what counts; null where an answer isn't asked for. */
export interface PrintedBoth {
  agency: ShownResponse | null
  partner: ShownResponse | null
  agreed: ShownResponse | null
  /** How it was settled; null while it is open. */
  how: Settled | null
}

interface Props {
  item: Item
  levels: readonly Level[]
  both: PrintedBoth
}

/** An item on paper as both sides answered it, and what they agreed on with the reason. */
export function PrintedBothAnswers({ item, levels, both: { agency, partner, agreed, how } }: Props) {
  if (how === 'agency-only') {
    const partnerToo = partner !== null && Object.keys(partner).length > 0
    return (
      <>
        <Counts item={item} levels={levels} response={agreed} />
        <p className="printed-item__how">{settledSentence(how)}</p>
        {partnerToo && <BothAnswers item={item} levels={levels} partner={partner} />}
      </>
    )
  }
  return (
    <>
      <BothAnswers item={item} levels={levels} agency={agency} partner={partner} />
      <div className="printed-agreed">
        <p className="printed-item__how">
          <HowSettled how={how} />
        </p>
        {(how === 'settled' || how === 'not-agreed') && (
          <Counts item={item} levels={levels} response={agreed} />
        )}
      </div>
    </>
  )
}

function HowSettled({ how }: { how: Settled | null }) {
  if (how === null) return <strong>Not settled yet.</strong>
  if (how === 'not-agreed') return <strong>{settledSentence(how)}</strong>
  return (
    <>
      <strong>Agreed.</strong> {settledSentence(how)}
    </>
  )
}

function Counts({ item, levels, response }: Omit<Props, 'both'> & { response: ShownResponse | null }) {
  if (response === null) return <p>Not asked, because of other answers.</p>
  return (
    <>
      <ResponseValue item={item} levels={levels} response={response} />
      <ResponseNotes response={response} />
    </>
  )
}
