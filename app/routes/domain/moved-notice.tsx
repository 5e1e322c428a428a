import { useRevalidator } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { ResponseNotes, ResponseValue } from '#app/components/response-value.tsx'
import type { Saver } from '#app/saving/saver.ts'
import { Decide } from './decide.tsx'
import type { DomainPage } from './load-domain.server.ts'
import type { ItemView } from './use-answers.ts'

interface Props {
  view: ItemView
  page: DomainPage
  saver: Saver | null
}

/** Says of an answer that it was given under another version of the questionnaire, and asks whether it still is one. */
export function MovedNotice({ view, page, saver }: Props) {
  const { item, draft, entry, current } = view
  const { version } = page.questionnaire
  const made = entry?.next?.version
  return (
    <Alert tone="warning" heading="Not saved: the questionnaire was moved to another version">
      {made === version ? (
        <p>
          Your answer is kept in this browser. Load the page again to see the question as it is asked now,
          then say whether your answer still holds.
        </p>
      ) : (
        <>
          <p>
            You gave this answer {made === undefined ? 'in another version' : `in version ${made}`}. This is
            the question in version {version}. Is it your answer to this one too?
          </p>
          <ResponseValue item={item} levels={page.levels} response={draft} />
          <ResponseNotes response={draft} />
          <p className="needs-script">
            <Decide
              name="anew"
              value={item.id}
              onDecide={() => saver?.giveAnew(item.id, version, current.revision)}
            >
              Save it as the answer
            </Decide>{' '}
            <Decide name="theirs" value={item.id} onDecide={() => saver?.letGo(item.id)}>
              Discard it
            </Decide>
          </p>
          <noscript>
            <p>If it is, press “Save answers”.</p>
          </noscript>
        </>
      )}
    </Alert>
  )
}

/** Tells an open page that its questions may be others by now; nothing more is saved from it. */
export function PageMoved({ movedTo }: { movedTo: string | null }) {
  const { revalidate, state } = useRevalidator()
  if (movedTo === null) return null
  return (
    <Alert
      tone="warning"
      heading={`This assessment was moved to version ${movedTo} of its questionnaire`}
      live
    >
      <p>
        Nothing more is saved on this page, since its questions may have changed. What you typed is kept in
        this browser. Load the page again to go on.
      </p>
      <button type="button" className="usa-button" disabled={state === 'loading'} onClick={revalidate}>
        Load the page again
      </button>
    </Alert>
  )
}
