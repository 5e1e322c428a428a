import { z } from 'zod'
import { findPrivateText } from '#assessments/private-text.ts'
import { plainText } from '#assessments/text.ts'
import { privateWords } from './private-words.ts'
import { reasonLength } from './reason-length.ts'

/** The fields of a form that asks for a reason; `missing` is said where there is none. */
export function reasonFields(missing: string) {
  return {
    reason: z.string(missing).pipe(plainText(reasonLength)),
    /** That a reason which looks like something about a person is about nobody. */
    confirmedPrivate: z.literal('yes').optional(),
  }
}

interface Given {
  reason: string
  confirmedPrivate?: 'yes' | undefined
}

/** Asks, before it is kept, about a reason that looks like something about a person: it stays on record. */
export function askAboutPrivate({ reason, confirmedPrivate }: Given, context: z.RefinementCtx): void {
  const found = confirmedPrivate ? [] : findPrivateText(reason)
  if (found.length === 0) return
  const message = `Nothing was done yet. What you typed looks like ${privateWords(found)}.`
  context.addIssue({ code: 'custom', path: ['confirmedPrivate'], message })
}
