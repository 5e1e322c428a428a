import { z } from 'zod'
import { plainText } from '#assessments/text.ts'

/** Longest reason for reopening, in characters. */
export const reasonLength = 500

/** The form that reopens an assessment. */
export const reopenSchema = z.object({
  reason: z.string('Say why you reopen it.').pipe(plainText(reasonLength)),
})
