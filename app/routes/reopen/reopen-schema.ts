import { z } from 'zod'
import { plainText } from '#assessments/text.ts'
import { reasonLength } from '#app/reason-length.ts'

/** The form that reopens an assessment. */
export const reopenSchema = z.object({
  reason: z.string('Say why you reopen it.').pipe(plainText(reasonLength)),
})
