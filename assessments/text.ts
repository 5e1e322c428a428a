import { z } from 'zod'

/**
 * Characters that have no place in text a person typed or an author wrote: control characters other
 * than tab and line breaks, invisible direction overrides, and halves of surrogate pairs.
 */
const unsafeCharacter =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Says whether `text` holds a control character, a direction override or a lone surrogate. */
export function hasUnsafeCharacters(text: string): boolean {
  return unsafeCharacter.test(text)
}

/** Why text with unsafe characters is refused. */
export const unsafeReason = 'holds a control character, a direction override or half of a character'

/** Text as it is kept: without white space around it, and with one kind of line break. */
export function normalText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Text of one line or more, without markup: 1 to `maximum` UTF-16 code units after trimming. */
export function plainText(maximum: number) {
  return z
    .string()
    .overwrite(normalText)
    .min(1, 'must not be empty')
    .max(maximum, `must be at most ${maximum} characters`)
    .refine((text) => !hasUnsafeCharacters(text), unsafeReason)
    .refine((text) => text === '' || visible.test(text), 'holds nothing that can be seen')
}

const htmlTag = /<[a-z!/?]/i

/** What an author writes in a questionnaire: plain text, or the small Markdown subset, never HTML. */
export function authoredText(maximum: number) {
  return plainText(maximum).refine((text) => !htmlTag.test(text), 'holds HTML; write plain text or Markdown')
}
