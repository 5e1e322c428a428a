import { z } from 'zod'
import { hasUnsafeCharacters, unsafeReason } from '#assessments/text.ts'
import { agencyTypes, sizeBands, standings } from '#db/words.ts'
import { recordId } from '../record-id.ts'
import { cursorTo, pageParameters } from './page.server.ts'

/** What may follow the question mark, for each list. */

const word = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must be at most 100 characters')
  .refine((text) => !hasUnsafeCharacters(text), unsafeReason)

const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/, 'must be the slug of a questionnaire')
  .optional()
  .describe('The slug of a questionnaire; where it is left out, the one that comes with the program.')

/** A page of assessments begins after the one that was started then. */
const assessmentPlace = z.tuple([z.int().min(0).max(8.64e15), recordId])

export const noQuery = z.strictObject({})

export const assessmentsQuery = z.strictObject({
  limit: pageParameters.limit,
  cursor: cursorTo(assessmentPlace),
})

/** Of one agency: which questionnaire its standing is about. */
export const agencyQuery = z.strictObject({ questionnaire: slug })

export const agenciesQuery = z.strictObject({
  limit: pageParameters.limit,
  cursor: cursorTo(recordId),
  questionnaire: slug,
  search: word.optional().describe('Part of a name or a county.'),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters')
    .optional(),
  county: word.optional(),
  type: z.enum(agencyTypes).optional(),
  size: z.enum(sizeBands).optional().describe('By full-time sworn officers.'),
  partner: z.enum(['with', 'without']).optional().describe('Whether it has a partner now.'),
  band: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/, 'must be the id of a band')
    .optional()
    .describe('Of the latest overall score; only agencies that share scores.'),
  version: z
    .string()
    .regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, 'must be a version such as 1.2.0')
    .optional()
    .describe('Of the questionnaire, in the latest final assessment.'),
  tag: word.optional().describe('One of the program’s own.'),
  standing: z.enum(standings).optional(),
})

export type AgenciesQuery = z.infer<typeof agenciesQuery>
