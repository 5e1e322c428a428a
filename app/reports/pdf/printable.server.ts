import { reportFonts } from './fonts.server.ts'

/** Characters that the font lacks and that are said as well by others. */
const alike: Readonly<Record<string, string>> = {
  ...{ '\t': ' ', '\r': '', '\u00A0': ' ', '\u202F': ' ', '\u2009': ' ', '\u2003': ' ', '\u2002': ' ' },
  ...{ '\u200B': '', '\u00AD': '', '\u2060': '', '\uFEFF': '', '\uFE0E': '', '\u2028': '\n', '\u2029': '\n' },
  ...{ '\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2015': '—' },
  ...{ '→': '->', '←': '<-', '⇒': '=>', '✓': '√', '✔': '√', '●': '•', '■': '•', '▪': '•', '▸': '›' },
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What stands for so many characters in a row that can't be printed. */
export function unprintable(count: number): string {
  return count === 1 ? '[?]' : `[? ×${count}]`
}

/** Text as the report's fonts can print it; what they lack is replaced visibly, and `whole` is false. */
export function printable(text: string): { text: string; whole: boolean } {
  const { has } = reportFonts()
  const normal = text.normalize('NFC').replaceAll('\r\n', '\n')
  if (Array.from(normal).every((character) => character === '\n' || has(codeOf(character)))) {
    return { text: normal, whole: true }
  }
  let [printed, missing, whole] = ['', 0, true]
  for (const { segment } of graphemes.segment(normal)) {
    const known = knownOf(segment, has)
    if (known === null) {
      missing += 1
      whole = false
      continue
    }
    printed += (missing > 0 ? unprintable(missing) : '') + known
    missing = 0
  }
  return { text: printed + (missing > 0 ? unprintable(missing) : ''), whole }
}

/** A character as it can be printed; null where it can't. */
function knownOf(segment: string, has: (codePoint: number) => boolean): string | null {
  const characters = Array.from(segment, (character) =>
    character === '\n' || has(codeOf(character)) ? character : alike[character],
  )
  return characters.every((character) => character !== undefined) ? characters.join('') : null
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
