import { z } from 'zod'
import { plainText } from '#assessments/text.ts'

/** A mail address as people type it, in lower case. */
export const mailAddress = z
  .string('Enter a mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('Enter a mail address such as name@example.org.'))

/** The name by which others know a person: one line. */
export const personName = z
  .string('Enter your name.')
  .pipe(plainText(100))
  .refine((name) => !/[\n\t]/.test(name), 'Write it on one line.')
