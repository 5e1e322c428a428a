import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

/** Public Sans, under the SIL Open Font License: the design system's own, with the letters of all Latin scripts. */
const file = (name: string) =>
  createRequire(import.meta.url).resolve(`@uswds/uswds/fonts/public-sans/PublicSans-${name}.ttf`)

export interface Fonts {
  regular: Buffer
  bold: Buffer
  /** Whether both have a glyph for a character. */
  has: (codePoint: number) => boolean
}

let read: Fonts | null = null

/** The fonts that reports are set in, read from disk once. */
export function reportFonts(): Fonts {
  read ??= readFonts()
  return read
}

function readFonts(): Fonts {
  const [regular, bold] = [readFileSync(file('Regular')), readFileSync(file('Bold'))]
  const ofRegular = new Set(charactersOf(regular))
  const ofBoth = new Set(charactersOf(bold).filter((codePoint) => ofRegular.has(codePoint)))
  return { regular, bold, has: (codePoint) => ofBoth.has(codePoint) }
}

function charactersOf(font: Buffer): number[] {
  const opened = fontkit.create(font)
  return 'characterSet' in opened ? opened.characterSet : []
}
