import { createContext, useContext } from 'react'
import type { DifferencesPage, Talk } from './load-differences.server.ts'
import type { Sent } from './send-step.ts'

/** Why a form of the page did nothing, and which one it was. */
export interface Problem {
  intent: string
  /** The item that it stands at; null for signing. */
  item: string | null
  sent: Sent
  /** What was in its fields, where the page was made anew since. */
  fields: Record<string, string>
}

/** What the forms of the page share. */
export interface Steps {
  page: DifferencesPage
  talk: Talk
  /** The intent of the form that is being sent. */
  sending: string | null
  problem: Problem | null
  send: (form: HTMLFormElement) => void
}

const Context = createContext<Steps | null>(null)

export const StepsProvider = Context.Provider

/** What the forms of the page share. */
export function useSteps(): Steps {
  const steps = useContext(Context)
  if (!steps) throw new Error('a form to take a step stands outside of its page')
  return steps
}
