import type { PrivateKind, PrivatePassage } from '#assessments/private-text.ts'

const kinds: Record<PrivateKind, string> = {
  'social-security-number': 'a social security number',
  'date-of-birth': 'a date of birth',
  'phone-number': 'a phone number',
  'case-number': 'a case number',
}

/** What typed text looks like, each with the passage: "a case number (“no. 24-123”) and a phone number (…)". */
export function privateWords(found: readonly PrivatePassage[]): string {
  return found.map(({ kind, excerpt }) => `${kinds[kind]} (“${excerpt}”)`).join(' and ')
}
