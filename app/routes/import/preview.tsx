import { Form, Link } from '@remix-run/react'
import type { Level } from '#assessments/questionnaire.ts'
import { Alert } from '#app/components/alert.tsx'
import { ResponseNotes, ResponseValue } from '#app/components/response-value.tsx'
import { counted } from '#app/format.ts'
import type { ShownPreview } from './import-answer.ts'

interface Props {
  preview: ShownPreview
  fault: string | null
  levels: readonly Level[]
  assessmentId: string
}

type Change = ShownPreview['changes'][number]

const words: Record<Change['what'], string> = { new: 'New', changed: 'Changed', confirmed: 'Confirmed' }

/** What a file would set against what is there. */
export function Preview({ preview, fault, levels, assessmentId }: Props) {
  const { changes, same, passedOver } = preview
  const count = (what: Change['what']) => changes.filter((change) => change.what === what).length
  return (
    <section className="page-section" aria-labelledby="preview">
      <h2 id="preview">What would be set</h2>
      {fault !== null && (
        <Alert tone="warning" live>
          {fault}
        </Alert>
      )}
      <p role="status">
        {count('new')} new, {count('changed')} changed, {count('confirmed')} carried and confirmed by it,{' '}
        {same} the same as here.
        {passedOver > 0 && ` ${counted(passedOver, 'row')} of another side or assessment passed over.`}{' '}
        Nothing is saved yet.
      </p>
      {changes.length === 0 ? (
        <p>The file sets nothing that isn’t here already.</p>
      ) : (
        <Confirm preview={preview} />
      )}
      <p>
        <Link to={`/assessments/${assessmentId}/import`}>Choose another file</Link>
      </p>
      <ul className="import__changes">
        {changes.map((change) => (
          <Changed key={change.item.id} change={change} levels={levels} />
        ))}
      </ul>
    </section>
  )
}

function Confirm({ preview: { changes, sent } }: { preview: ShownPreview }) {
  const looksPrivate = changes.filter((change) => change.looksPrivate !== '')
  return (
    <Form method="post" className="import__confirm">
      <input type="hidden" name="intent" value="import" />
      <input type="hidden" name="sent" value={sent} />
      {looksPrivate.length > 0 && (
        <Alert tone="warning" heading="Is this about a person?">
          <ul>
            {looksPrivate.map(({ item, looksPrivate: found }) => (
              <li key={item.id}>
                “{item.question}” has {found}
              </li>
            ))}
          </ul>
          <div className="usa-checkbox">
            <input className="usa-checkbox__input" type="checkbox" id="private" name="private" value="yes" />
            <label className="usa-checkbox__label" htmlFor="private">
              None of it is about a person; import it
            </label>
          </div>
        </Alert>
      )}
      <button className="usa-button usa-button--big" type="submit">
        Import {counted(changes.length, 'answer')}
      </button>
    </Form>
  )
}

function Changed({ change, levels }: { change: Change; levels: readonly Level[] }) {
  const { item, what, before, after } = change
  return (
    <li className="import__change">
      <h3>
        <span className="usa-tag">{words[what]}</span> {item.question}
      </h3>
      <dl className="both-answers">
        {what === 'changed' && (
          <div>
            <dt>Here now</dt>
            <dd>
              <ResponseValue item={item} levels={levels} response={before} />
              <ResponseNotes response={before} />
            </dd>
          </div>
        )}
        <div>
          <dt>In the file</dt>
          <dd>
            <ResponseValue item={item} levels={levels} response={after} />
            <ResponseNotes response={after} />
          </dd>
        </div>
      </dl>
    </li>
  )
}
