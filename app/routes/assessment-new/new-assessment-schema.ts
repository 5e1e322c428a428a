import { z } from 'zod'
import { isCalendarDate } from '#assessments/calendar-date.ts'
import { formatDate } from '#app/format.ts'
import { yearsBack } from './as-of-bounds.ts'

interface Allowed {
  bounds: { first: string; last: string }
  questionnaires: readonly { slug: string; version: string }[]
  people: readonly { personId: string }[]
  partners: readonly { partnershipId: string }[]
}

/** What the form says where nobody else rates it. */
export const nobodyElse = 'nobody'

/** What becomes of the agency's last answers: all come along, it chooses by domain, or none do. */
export const carryChoices = ['all', 'choose', 'none'] as const

/** The form that starts an assessment, for browser and server alike. */
export function newAssessmentSchema({ bounds, questionnaires, people, partners }: Allowed) {
  const names = questionnaires.map(({ slug, version }) => `${slug}@${version}`)
  const choices = [nobodyElse, ...partners.map(({ partnershipId }) => partnershipId)]
  const ids = people.map(({ personId }) => personId)
  return z.object({
    questionnaire: z
      .string('Choose a questionnaire.')
      .refine((name) => names.includes(name), 'Choose a questionnaire that is on offer.'),
    asOf: z.string('Enter the day that the answers are true for.').superRefine((day, context) => {
      const fault = asOfFault(day, bounds)
      if (fault) context.addIssue(fault)
    }),
    partner: z
      .string()
      .default(nobodyElse)
      .refine((choice) => choices.includes(choice), 'Choose one of your partners, or nobody.'),
    carry: z.enum(carryChoices, 'Choose what becomes of the last answers.').default('none'),
    contributor: z
      .array(
        z.string().refine((id) => ids.includes(id)),
        'Choose who contributes among the list.',
      )
      .max(1000),
  })
}

function asOfFault(day: string, { first, last }: Allowed['bounds']): string | null {
  if (!isCalendarDate(day)) return 'Enter a day that exists, such as 2026-03-31.'
  if (day > last) return `The as-of date cannot be in the future. Today is ${formatDate(last)}.`
  if (day < first) {
    return `The as-of date can be at most ${yearsBack} years back: ${formatDate(first)} or later.`
  }
  return null
}
