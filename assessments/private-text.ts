/** What text about a person would give away. */
export type PrivateKind = 'social-security-number' | 'date-of-birth' | 'phone-number' | 'case-number'

/** A passage that looks like something about a person. */
export interface PrivatePassage {
  kind: PrivateKind
  /** The passage itself, so that the page can quote it. */
  excerpt: string
}

const day = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})|(?:\d{1,2} [A-Z][a-z]{2,8} \d{4}))`
const birthWord = String.raw`(?:[Dd]ate of [Bb]irth|DOB|D\.O\.B\.|dob|[Bb]irth ?date|[Bb]irthday|[Bb]orn(?: on)?)`
/** A full date in digits that is too early for most of what a collaboration would date. */
const earlyDay = String.raw`(?:\d{1,2}[/-]\d{1,2}[/-](?:19\d{2}|200\d)|(?:19\d{2}|200\d)-\d{2}-\d{2})`
const fileWord = String.raw`(?:case|incident|report|docket|file|record|chart|booking|inmate|client|patient|consumer|event|CAD|MRN|complaint)`
const numberWord = String.raw`(?:numbers?(?= is\b)|number|num\.|nos?\.|no|id|ID|#)`

const patterns: readonly (readonly [PrivateKind, RegExp])[] = [
  ['social-security-number', /(?<![\d-])\d{3}([-–.])\d{2}\1\d{4}(?![\d-])/g],
  [
    'social-security-number',
    /\b(?:SSN|social security(?: number| no\.?)?)\W{0,3}(?:is\W)?\d{3}[- ]?\d{2}[- ]?\d{4}\b/gi,
  ],
  ['date-of-birth', new RegExp(String.raw`\b${birthWord}\W{0,4}(?:is |was )?${day}(?!\d)`, 'g')],
  ['date-of-birth', new RegExp(String.raw`(?<![\d/-])${earlyDay}(?![\d/-])`, 'g')],
  // A public line is nobody's own: toll-free numbers are let pass.
  [
    'phone-number',
    /(?<![\d$.,-])(?:\+?1[-. ]?)?(?:\((?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}\) ?|(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}[-–. ])[2-9]\d{2}[-–. ]\d{4}(?![\d-])/g,
  ],
  [
    'phone-number',
    /\b(?:phone|telephone|tel|cell|mobile|call|text)(?:\W{1,3}| (?:is|at|him at|her at|them at) )(?:[2-9]\d{2})?[2-9]\d{2}[- .]?\d{4}\b/gi,
  ],
  [
    'case-number',
    new RegExp(
      String.raw`\b${fileWord} ?${numberWord}(?![a-z])\W{0,3}(?:is )?[A-Z]{0,4}-?\d[\dA-Z-]{2,}\b`,
      'gi',
    ),
  ],
  ['case-number', new RegExp(String.raw`\b${fileWord} \d{2,4}-\d{5,}\b`, 'gi')],
  ['case-number', /\b(?:19|20)?\d{2}-?(?:CR|CF|CM|MH|JV|MI|TR|CV|MM)-?\d{3,}\b/g],
]

/**
 * Finds what looks like a social security number, a date of birth, a phone number or a case number, in
 * the order of the text. It is there to ask before saving, so that it may err: a date, say, is taken for
 * one of birth where the text says so, or where it is a full one before 2010.
 */
export function findPrivateText(text: string): PrivatePassage[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, excerpt: match[0], at: match.index })),
  )
  const apart = found.filter((one) => !found.some((other) => contains(other, one)))
  return apart.sort((a, b) => a.at - b.at).map(({ kind, excerpt }) => ({ kind, excerpt }))
}

interface Found {
  excerpt: string
  at: number
}

/** Whether one passage lies within another, longer one. */
function contains(outer: Found, inner: Found): boolean {
  const within = outer.at <= inner.at && inner.at + inner.excerpt.length <= outer.at + outer.excerpt.length
  return within && outer.excerpt.length > inner.excerpt.length
}
