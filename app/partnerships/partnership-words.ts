import type { Side } from '#assessments/access.ts'

/** What stands at each end of a partnership, as a sentence has it. */
export const sideWords: Record<Side, { one: string; many: string }> = {
  agency: { one: 'a law-enforcement agency', many: 'law-enforcement agencies' },
  partner: { one: 'a behavioral-health partner', many: 'behavioral-health partners' },
}

/** Where an organization is: "Adams, OH". */
export function placeOf({ county, state }: { county: string; state: string }): string {
  return `${county}, ${state}`
}
