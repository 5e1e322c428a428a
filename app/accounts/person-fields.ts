import { z } from 'zod'
import { plainText } from '#assessments/text.ts'

/** An email address as people type it, in lower case. */
export const mailAddress = z
  .string('Enter an email address.')
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('Enter an email address such as name@example.org.'))

/** The name by which others know a person: one line. */
export const personName = z
  .string('Enter your name.')
  .pipe(plainText(100))
  .refine((name) => !/[\n\t]/.test(name), 'Write it on one line.')
