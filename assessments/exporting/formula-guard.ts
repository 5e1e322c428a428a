/**
 * What makes a spreadsheet take text for a formula: `=`, `+`, `-`, `@`, their full-width and small forms and the
 * minus sign, also behind white space; or a tab or line break at the start (OWASP, "CSV Injection").
 * Behind any number of apostrophes, so that text which looks guarded already is guarded once more.
 */
const dangerous = /^'*(?:[\s\u200B\u2060\uFEFF]*[=+\-@＝＋－＠﹢﹣﹦﹫\u2212]|[\t\r\n\v\f])/

/** Puts an apostrophe before text that a spreadsheet could take for a formula. `unguardText` takes it off again. */
export function guardText(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** The exact inverse of `guardText`: `unguardText(guardText(text))` is `text`, whatever the text. */
export function unguardText(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text
}
