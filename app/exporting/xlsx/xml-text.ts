/** An underscore that a reader would take for the start of an escape. */
const escapeLookalike = /_(?=x[0-9A-Fa-f]{4}_)/g

/** What XML can't hold, and the carriage return that it turns into a line feed. */
const notXml =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const escaped = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text as a cell's XML holds it: markup by entities, what XML can't hold as Excel writes it (`_x000D_`). */
export function cellXml(text: string): string {
  return text
    .replace(escapeLookalike, '_x005F_')
    .replace(notXml, escaped)
    .replace(/[&<>]/g, (character) => named[character] ?? character)
}

/** The text of a cell whose XML was parsed: the inverse of what `cellXml` does beyond XML. */
export function textOfCell(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
