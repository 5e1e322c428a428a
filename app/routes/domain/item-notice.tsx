import { privateWords } from '#app/private-words.ts'
import { Alert } from '#app/components/alert.tsx'
import { ResponseNotes, ResponseValue } from '#app/components/response-value.tsx'
import type { Saver } from '#app/saving/saver.ts'
import type { Hold } from '#app/saving/saves.ts'
import { Decide } from './decide.tsx'
import { fieldNames } from './form-fields.ts'
import type { DomainPage } from './load-domain.server.ts'
import { MovedNotice } from './moved-notice.tsx'
import type { ItemView } from './use-answers.ts'

interface Props {
  view: ItemView
  page: DomainPage
  saver: Saver | null
}

/** What the person must decide before an item can be saved. */
export function ItemNotice(props: Props) {
  const hold = props.view.entry?.hold
  switch (hold?.kind) {
    case 'conflict':
      return <Conflict {...props} hold={hold} />
    case 'private':
      return <AboutPrivate {...props} hold={hold} />
    case 'moved':
      return <MovedNotice {...props} />
    case 'refused':
      return <Refused {...props} hold={hold} />
    case 'faults':
    case undefined:
      return null
  }
}

type HeldBy<K extends Hold['kind']> = Props & { hold: Extract<Hold, { kind: K }> }

function Conflict({ view, page, saver, hold: { current } }: HeldBy<'conflict'>) {
  const { item, entry, draft } = view
  const theirs = current.by === 'you' ? 'the answer from elsewhere' : `the answer of ${current.by}`
  const parts = [
    {
      title: current.by === 'you' ? 'You, elsewhere' : current.by,
      when: current.at,
      response: current.response,
    },
    { title: 'You, here', when: 'not saved', response: entry?.next?.response ?? draft },
  ]
  return (
    <div className="conflict">
      <Alert tone="warning" heading="Two answers to this item">
        <p>
          {current.by === 'you'
            ? 'You saved another answer in another tab or browser'
            : `${current.by} saved another answer`}{' '}
          after you opened this page. Neither is lost. Which one is to stand?
        </p>
        <div className="conflict__sides">
          {parts.map(({ title, when, response }) => (
            <div key={title} className="conflict__side">
              <h3>{title}</h3>
              <p className="usa-hint">{when}</p>
              <ResponseValue item={item} levels={page.levels} response={response} />
              <ResponseNotes response={response} />
            </div>
          ))}
        </div>
        <div className="conflict__buttons">
          <Decide name="theirs" value={item.id} onDecide={() => saver?.letGo(item.id)}>
            Take {theirs}
          </Decide>
          <Decide name="mine" value={item.id} onDecide={() => saver?.keepMine(item.id)}>
            Keep my answer
          </Decide>
        </div>
      </Alert>
    </div>
  )
}

function AboutPrivate({ view: { item }, saver, hold: { found } }: HeldBy<'private'>) {
  const confirm = `${item.id}-private`
  return (
    <Alert tone="warning" heading="Is this about a person?">
      <p>
        Not saved yet. What you typed looks like {privateWords(found)}. No information about a person in
        crisis belongs here. Change the text, or say that it is about nobody.
      </p>
      <noscript>
        <p>
          <input
            type="checkbox"
            id={confirm}
            name={fieldNames(item.id).privateConfirmed}
            value="yes"
            className="usa-checkbox__input"
          />
          <label className="usa-checkbox__label" htmlFor={confirm}>
            It is about nobody: save it as it is
          </label>
        </p>
      </noscript>
      <p className="needs-script">
        <Decide name="private" value={item.id} onDecide={() => saver?.confirmPrivate(item.id)}>
          It is about nobody: save it as it is
        </Decide>
      </p>
    </Alert>
  )
}

const reasons: Record<Exclude<Extract<Hold, { kind: 'refused' }>['reason'], 'locked'>, string> = {
  missing: 'The assessment is not there any more, or you may not change it any more.',
  'too-large': 'It is too large. Make it shorter.',
  other: 'The server refused it.',
}

function Refused({ view, page, saver, hold }: HeldBy<'refused'>) {
  const { item, draft, current } = view
  return (
    <Alert tone="error" heading="Your answer could not be saved">
      <p>
        {hold.reason === 'locked' ? hold.why : reasons[hold.reason]} Your answer is kept in this browser; copy
        from it what you need:
      </p>
      <ResponseValue item={item} levels={page.levels} response={draft} />
      <ResponseNotes response={draft} />
      <Decide name="theirs" value={item.id} onDecide={() => saver?.letGo(item.id)}>
        {current.revision > 0 ? 'Go back to what is saved' : 'Discard my answer'}
      </Decide>
    </Alert>
  )
}
