import { Lexer, type MarkedToken, type Token } from 'marked'
import type { Block, Inline } from './markdown.tsx'

/**
 * Reads the small Markdown subset that questionnaires are written in: paragraphs, lists, strong, emphasis,
 * line breaks and https links. Anything else comes out as the text that was typed, never as HTML. Reading
 * happens on the server alone: the parser is 15 kB that no browser needs.
 */
export function readMarkdown(text: string): Block[] {
  return new Lexer({ gfm: true }).lex(text).flatMap(blockOf)
}

function blockOf(token: Token): Block[] {
  const known = token as MarkedToken
  switch (known.type) {
    case 'space':
    case 'def':
    case 'hr':
      return []
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', children: inlines(known.tokens, known.text) }]
    case 'list':
      return [
        {
          kind: known.ordered ? 'numbers' : 'bullets',
          items: known.items.map((item) => item.tokens.flatMap(blockOf)),
        },
      ]
    default:
      return [{ kind: 'paragraph', children: [known.raw.trim()] }]
  }
}

function inlines(tokens: readonly Token[] | undefined, text: string): Inline[] {
  return tokens ? tokens.flatMap(inlineOf) : [text]
}

function inlineOf(token: Token): Inline[] {
  const known = token as MarkedToken
  switch (known.type) {
    case 'text':
      return inlines(known.tokens, known.text)
    case 'escape':
      return [known.text]
    case 'strong':
    case 'em':
      return [{ kind: known.type, children: inlines(known.tokens, known.text) }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      return linkOf(known.href, inlines(known.tokens, known.text))
    default:
      return [known.raw]
  }
}

function linkOf(href: string, children: Inline[]): Inline[] {
  return /^https:\/\//i.test(href) && URL.canParse(href) ? [{ kind: 'link', href, children }] : children
}
