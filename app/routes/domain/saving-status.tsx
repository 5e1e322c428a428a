import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { itemPath } from '#app/next-step.ts'
import type { SavingState } from '#app/saving/saver.ts'
import { overallWords } from '#app/saving/saving-words.ts'
import type { DomainPage } from './load-domain.server.ts'

interface Props {
  page: DomainPage
  state: SavingState
  mayChange: boolean
}

/** How long saving may take before this says so: most saves are done by then, in milliseconds. */
const moment = 1_000

/** Whether everything is saved, in one line that is read out when it changes for longer than a moment. */
export function SavingStatus({ page, state, mayChange }: Props) {
  const { tone, words } = overallWords(state)
  const said = useSettled(words, tone === 'trouble' ? 0 : moment)
  const elsewhere = needingElsewhere(page, state)
  if (!mayChange && Object.keys(state.queue.entries).length === 0) return null
  return (
    <div className={`saving-status saving-status--${tone}`}>
      <p role="status">{said}</p>
      {elsewhere.map(({ itemId, domainId, title }) => (
        <p key={itemId}>
          <Link to={itemPath(page.assessment.id, domainId, itemId)}>An item in {title} needs you</Link>
        </p>
      ))}
    </div>
  )
}

/** A text, once it has stayed the same for a while. */
function useSettled(text: string, delay: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), delay)
    return () => clearTimeout(timer)
  }, [text, delay])
  return settled
}

function needingElsewhere({ domain, domains }: DomainPage, { queue }: SavingState) {
  return Object.values(queue.entries).flatMap(({ itemId, hold, next, sent }) => {
    const home = domains.find(({ itemIds }) => itemIds.includes(itemId))
    const needs = hold !== null || (next === null && sent === null)
    return needs && home && home.id !== domain.id ? [{ itemId, domainId: home.id, title: home.title }] : []
  })
}
