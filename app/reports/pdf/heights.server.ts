import type { Part } from '../parts.ts'
import { textWidth, type Sheet } from './sheet.server.ts'
import { heightOfTable } from './table.server.ts'
import {
  headingType,
  heightOfBigNumber,
  heightOfCallout,
  leastOf,
  listIndent,
  looks,
} from './text-parts.server.ts'
import { heightOfWords } from './words.server.ts'

/** How much of a page a part takes, with the room around it. */
export function heightOf(sheet: Sheet, part: Part): number {
  switch (part.kind) {
    case 'heading': {
      const { before, after, ...type } = headingType(part)
      return before + heightOfWords(sheet, part.text, textWidth, type) + after
    }
    case 'paragraph': {
      const { indent, before, after, ...type } = looks[part.look ?? 'body']
      return before + heightOfWords(sheet, part.words, textWidth - indent, type) + after
    }
    case 'list': {
      const { after, ...type } = looks.body
      const heights = part.items.map((words) => heightOfWords(sheet, words, textWidth - listIndent, type) + 3)
      return heights.reduce((sum, height) => sum + height, after)
    }
    case 'callout':
      return heightOfCallout(sheet, part) + 4
    case 'links':
      return part.urls.reduce(
        (sum, url) => sum + heightOfWords(sheet, url, textWidth - looks.typed.indent, looks.typed),
        20,
      )
    case 'table':
      return heightOfTable(sheet, part).all
    case 'figure':
      return part.height + 10
    case 'big-number':
      return heightOfBigNumber(sheet, part) + 6
    case 'new-page':
      return 0
  }
}

/** How much of a page must be left for a part to begin on it. */
export function leastHeightOf(sheet: Sheet, part: Part): number {
  switch (part.kind) {
    case 'paragraph':
      return leastOf(heightOf(sheet, part), looks[part.look ?? 'body'])
    case 'list':
    case 'links':
      return Math.min(heightOf(sheet, part), 40)
    case 'table':
      return heightOfTable(sheet, part).least
    default:
      return heightOf(sheet, part)
  }
}
