import { ResponseNotes, ResponseValue } from '#app/components/response-value.tsx'
import type { CarriedWords, EarlierWords } from './carried-words.ts'

/** What was answered before, where it can't be the answer to the question as it is now, and why that is so; it `asks` where it can be answered. */
export function EarlierAnswers({
  words: { from, why, earlier },
  asks,
}: {
  words: CarriedWords
  asks: boolean
}) {
  return (
    <div className="earlier">
      <p className="earlier__heading">What was answered before</p>
      <p>
        {why.join(' ')} {asks && 'Please answer it anew. '}
        {from}:
      </p>
      {earlier.map((one) => (
        <Earlier key={`${one.version} ${one.item?.id ?? one.question ?? ''}`} earlier={one} />
      ))}
    </div>
  )
}

function Earlier({
  earlier: { question, item, levels, response, when, by, version },
}: {
  earlier: EarlierWords
}) {
  return (
    <div className="earlier__answer">
      {question !== null && <p className="earlier__question">{question}</p>}
      {item ? (
        <ResponseValue item={item} levels={levels} response={response} />
      ) : (
        <p>{response.value === undefined ? 'Not answered' : String(response.value)}</p>
      )}
      <ResponseNotes response={response} />
      <p className="earlier__given">
        Given by {by}, {when}, in version {version}
      </p>
    </div>
  )
}

/** Of a carried answer on paper or in a history: that nobody had confirmed it, or what was only shown beside it. */
export function CarriedFrom({ words }: { words: CarriedWords }) {
  if (words.earlier.length > 0) return <EarlierAnswers words={words} asks={false} />
  return (
    <p className="carried-from">
      <strong>Not reconfirmed.</strong> {words.from}; given by {words.by}, {words.when}.
    </p>
  )
}
