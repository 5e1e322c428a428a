import { z } from 'zod'
import { plainText } from '#assessments/text.ts'
import { reasonLength } from '#app/reason-length.ts'
import { redactedFields } from '#db/words.ts'

/** The form that takes typed text out of an answer. */
export const redactSchema = z.object({
  field: z.enum(redactedFields, 'Choose which text is to be taken out.'),
  reason: z.string('Say why it is taken out, without repeating it.').pipe(plainText(reasonLength)),
})
