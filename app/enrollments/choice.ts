import { z } from 'zod'
import { sharingSteps } from '#assessments/sharing.ts'

/** What an agency chooses to share, as its form sends it. */
export const choiceSchema = z.object({
  step: z.enum(sharingSteps, 'Choose what to share.'),
  notes: z
    .literal('on')
    .optional()
    .transform((on) => on === 'on'),
})
