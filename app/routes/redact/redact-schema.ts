import { z } from 'zod'
import { askAboutPrivate, reasonFields } from '#app/reason-schema.ts'

/** The form that takes out typed text, in one of these fields. */
export function redactSchema<Field extends string>(fields: readonly Field[]) {
  return z
    .object({
      field: z.enum(fields, 'Choose which text is to be taken out.'),
      ...reasonFields('Say why it is taken out, without repeating it.'),
    })
    .superRefine(askAboutPrivate)
}
