import { useNavigate } from '@remix-run/react'
import { useRef, useState } from 'react'
import { stepFields, stepInForm } from '#app/reconciling/step-fields.ts'
import { randomId } from '#app/saving/random-id.ts'
import type { DifferencesPage, Talk } from './load-differences.server.ts'
import { forgetSent, keptUnder, typedIn } from './kept-text.ts'
import { sendStep } from './send-step.ts'
import type { Problem, Steps } from './steps.ts'
import type { FormProblem } from './take-form.server.ts'

interface Page {
  page: DifferencesPage
  talk: Talk
  refresh: () => Promise<void>
  /** What a form without JavaScript could not do. */
  refused: FormProblem | undefined
}

/** Sends steps, tells what became of them, and shows what is there then. */
export function useSending({ page, talk, refresh, refused }: Page): Steps & { said: string } {
  const [sending, setSending] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(problemOf(refused))
  const [said, setSaid] = useState('')
  const last = useRef({ body: '', id: '' })
  const navigate = useNavigate()

  const send = async (form: HTMLFormElement) => {
    const { step, confirmedPrivate } = stepInForm(new FormData(form))
    const item = itemOf(new FormData(form))
    const typed = JSON.stringify(typedIn(form))
    const body = { personId: talk.personId, side: page.side, step, confirmedPrivate }
    const text = JSON.stringify(body)
    // Sent again after no answer came, it has the same id, so that it is taken once.
    if (last.current.body !== text) last.current = { body: text, id: randomId() }
    setSending(step.kind)
    setSaid('')
    const address = `/assessments/${page.assessment.id}/differences/steps`
    const sent = await sendStep(address, { ...body, stepId: last.current.id })
    setSending(null)
    const done = sent.status === 'taken' || sent.status === 'repeated'
    setProblem(done ? null : { intent: step.kind, item, sent, fields: {} })
    if (done) {
      last.current = { body: '', id: '' }
      // What was typed since it went on its way isn't sent, and stays.
      if (JSON.stringify(typedIn(form)) === typed) {
        if (item) forgetSent(keptUnder(talk.personId, page.assessment.id, item), step.kind)
        form.reset()
        form.dispatchEvent(new Event('input', { bubbles: true }))
      }
      setSaid(saidOf[step.kind] ?? '')
    }
    if ('final' in sent && sent.final) navigate(`/assessments/${page.assessment.id}/results`)
    else if (done || sent.status === 'refused') await refresh()
    if (done) keepFocus(talk.item?.id ?? 'sign')
  }
  const elsewhere = notSentElsewhere(problem, talk)
  return { page, talk, sending, problem, said: elsewhere ?? said, send: (form) => void send(form) }
}

const itemOf = (form: FormData) => {
  const item = form.get(stepFields.item)
  return typeof item === 'string' && item !== '' ? item : null
}

/** What to say where something could not be sent from an item that isn't shown any more. */
function notSentElsewhere(problem: Problem | null, { item, rows }: Talk): string | null {
  if (!problem?.item || problem.item === item?.id) return null
  const question = rows.find(({ id }) => id === problem.item)?.question
  return `Not sent, at another item${question ? ` (“${question}”)` : ''}: what you typed is kept there.`
}

/** Where the button that was pressed is gone, the focus goes to what it belonged to. */
function keepFocus(id: string) {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      document.getElementById(id)?.focus({ preventScroll: true })
    }
  })
}

const saidOf: Record<string, string> = {
  proposed: 'Proposed. The other side sees it now.',
  accepted: 'Accepted: this item is settled.',
  withdrawn: 'Withdrawn.',
  commented: 'Comment sent.',
  signed: 'Signed.',
}

function problemOf(refused: FormProblem | undefined): Problem | null {
  if (!refused) return null
  const { reply, fields } = refused
  const { intent = '', item = null } = fields
  return { intent, item: item || null, sent: reply, fields }
}
