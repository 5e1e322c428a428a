import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { ImportRefused } from '../import-limits.ts'

/** What is done at the parts of XML; names are without their prefix. */
export interface XmlReader {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** Whether what was wanted is read, so that the rest needn't be. */
  isDone?: () => boolean
}

const deepest = 40
const mostAttributes = 60

/**
 * Reads XML piece by piece. A document type is refused, whatever it declares, so that no entity is ever expanded and
 * no file or address is ever opened; so is what is nested or attributed as no workbook is.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const parser = parserFor(reader)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of pieces) {
      parser.write(decoder.decode(piece, { stream: true }))
      if (reader.isDone?.()) return
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof ImportRefused) throw error
    throw new ImportRefused('is a workbook with a part that is not sound XML; save it again as .xlsx', {
      cause: error,
    })
  }
}

function parserFor(reader: XmlReader): SaxesParser {
  const parser = new SaxesParser()
  let depth = 0
  let attributes = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new ImportRefused(
      'is a workbook that declares a document type, which none needs; save it again as .xlsx',
    )
  })
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) throw strange()
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1
    if (depth > deepest) throw strange()
    reader.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    reader.close?.(localName(name))
  })
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  return parser
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function strange(): ImportRefused {
  return new ImportRefused('is a workbook built as none is; save it again as .xlsx')
}
