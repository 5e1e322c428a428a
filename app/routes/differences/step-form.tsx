import type { ReactNode } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { privateWords } from '#app/private-words.ts'
import { stepFields } from '#app/reconciling/step-fields.ts'
import { searchFor } from './filters.ts'
import type { Sent } from './send-step.ts'
import { useSteps } from './steps.ts'

interface Props {
  intent: string
  itemId?: string
  /** What else goes with it unseen. */
  hidden?: Record<string, string | number>
  className?: string
  children: ReactNode
}

/** A form that takes one step: sent at once where the page's script runs, as a form elsewhere. */
export function StepForm({ intent, itemId, hidden = {}, className, children }: Props) {
  const { page, talk, problem, send } = useSteps()
  const search = searchFor(talk.filters, itemId ?? (talk.chosen ? talk.item?.id : null))
  const all = {
    [stepFields.intent]: intent,
    [stepFields.stepId]: talk.stepId,
    ...(itemId && { [stepFields.item]: itemId }),
    ...hidden,
  }
  return (
    <form
      method="post"
      action={`/assessments/${page.assessment.id}/differences${search}#${itemId ?? 'sign'}`}
      className={className}
      data-step={intent}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        send(event.currentTarget)
      }}
    >
      {Object.entries(all).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {problem?.intent === intent && problem.item === (itemId ?? null) && <WhyNot sent={problem.sent} />}
      {children}
    </form>
  )
}

/** A button that can't be pressed twice while its form is on the way. */
export function SendButton({
  intent,
  outline,
  children,
}: {
  intent: string
  outline?: boolean
  children: ReactNode
}) {
  const { sending } = useSteps()
  const busy = sending === intent
  return (
    <button
      type="submit"
      className={outline ? 'usa-button usa-button--outline' : 'usa-button'}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
      }}
    >
      {busy ? 'Sending …' : children}
    </button>
  )
}

function WhyNot({ sent }: { sent: Sent }) {
  if (sent.status === 'private') return <AboutPrivate found={sent.found} />
  return (
    <Alert tone="error" live>
      <p>Nothing was sent. {whyNot(sent)}</p>
    </Alert>
  )
}

function whyNot(sent: Sent): string {
  switch (sent.status) {
    case 'invalid':
      return sent.faults
        .map(({ reason }) => (/[.]$/.test(reason) ? reason : `What you typed ${reason}.`))
        .join(' ')
    case 'refused':
      return sent.sentence
    case 'signed-out':
      return 'You are signed out. Sign in again in another tab, then send it once more. What you typed is kept here.'
    case 'gone':
      return 'You can’t do this any more: the assessment or your role has changed. What you typed is kept here.'
    default:
      return 'The server can’t be reached. What you typed is kept here; send it once more in a moment.'
  }
}

function AboutPrivate({ found }: Pick<Extract<Sent, { status: 'private' }>, 'found'>) {
  return (
    <Alert tone="warning" heading="Is this about a person?" live>
      <p>
        Not sent yet. What you typed looks like {privateWords(found)}. No information about a person in crisis
        belongs here. Change the text, or say that it is about nobody and send it once more.
      </p>
      <label className="talk__check">
        <input type="checkbox" name={stepFields.confirmedPrivate} value="yes" /> It is about nobody: send it
        as it is
      </label>
    </Alert>
  )
}
