import { z } from 'zod'
import { askAboutPrivate, reasonFields } from '#app/reason-schema.ts'

/** The form that reopens an assessment. */
export const reopenSchema = z.object(reasonFields('Say why you reopen it.')).superRefine(askAboutPrivate)
