import type { Item } from '#assessments/item.ts'
import type { Level } from '#assessments/questionnaire.ts'
import { ResponseNotes, ResponseValue, type ShownResponse } from './response-value.tsx'

interface Props {
  item: Item
  levels: readonly Level[]
  /** Each side's own answer; null where it wasn't asked, left out where there is nothing to show. */
  agency?: ShownResponse | null
  partner?: ShownResponse | null
}

/** What each side answered by itself, with its note and evidence. */
export function BothAnswers({ item, levels, agency, partner }: Props) {
  const sides = [
    ['Agency', agency],
    ['Partner', partner],
  ] as const
  return (
    <dl className="both-answers">
      {sides.map(([name, response]) =>
        response === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {response === null ? (
                <p className="response-value response-value--none">Not asked</p>
              ) : (
                <>
                  <ResponseValue item={item} levels={levels} response={response} />
                  <ResponseNotes response={response} />
                </>
              )}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
