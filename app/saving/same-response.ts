import type { AnswerValue, Response } from '#assessments/response.ts'

/**
 * Whether two responses say the same, whichever way they were written: white space around text and an empty
 * note or list are as nothing.
 */
export function sameResponse(a: Response, b: Response): boolean {
  return (
    wordsOf(a.value) === wordsOf(b.value) &&
    tidy(a.notApplicable) === tidy(b.notApplicable) &&
    (a.dontKnow ?? false) === (b.dontKnow ?? false) &&
    (tidy(a.note) ?? '') === (tidy(b.note) ?? '') &&
    listed(a.evidence) === listed(b.evidence)
  )
}

const tidy = (text: string | undefined) => text?.replace(/\r\n?/g, '\n').trim()

function wordsOf(value: AnswerValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'object') return listed([...value].sort())
  return tidy(String(value)) ?? ''
}

const listed = (texts: readonly string[] | undefined) =>
  (texts ?? [])
    .map(tidy)
    .filter((text) => text !== '')
    .join('\n')
