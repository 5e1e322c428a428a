import { z } from 'zod'
import { plainText } from '#assessments/text.ts'
import { reasonLength } from '#app/reason-length.ts'

/** The form that takes out typed text, in one of these fields. */
export function redactSchema<Field extends string>(fields: readonly Field[]) {
  return z.object({
    field: z.enum(fields, 'Choose which text is to be taken out.'),
    reason: z.string('Say why it is taken out, without repeating it.').pipe(plainText(reasonLength)),
  })
}
