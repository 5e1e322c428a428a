import PDFDocument from 'pdfkit'
import { reportFonts } from './fonts.server.ts'

/** A sheet of US Letter in points, with the room around its text. */
export const page = { width: 612, height: 792, left: 54, right: 54, top: 50, bottom: 62 } as const
export const textWidth = page.width - page.left - page.right
const lowest = page.height - page.bottom

/** Dark enough to be read when printed in black and white. */
export const colors = {
  ...{ ink: '#1b1b1b', quiet: '#565c65', line: '#a9aeb1', faint: '#dfe1e2' },
  ...{ accent: '#0d4f97', wash: '#eef3f8' },
} as const

/** The report while it is drawn. */
export interface Sheet {
  doc: PDFKit.PDFDocument
  /** What all parts hang on, in the order in which they are read. */
  root: PDFKit.PDFStructureElement
}

export interface SheetHead {
  title: string
  /** The day it was made, `YYYY-MM-DD`. */
  madeOn: string
  /** Tells apart what differs in nothing else. */
  fingerprint: string
}

/** Opens a tagged document; its first page is there. */
export function openSheet({ title, madeOn, fingerprint }: SheetHead): Sheet {
  const fonts = reportFonts()
  const doc = new PDFDocument({
    size: [page.width, page.height],
    ...({ pdfVersion: '1.7', tagged: true, lang: 'en-US' } as const),
    ...{ displayTitle: true, bufferPages: true },
    margins: { left: page.left, right: page.right, top: page.top, bottom: page.bottom },
    info: {
      Title: metadataText(title),
      Producer: 'PMHC self-assessment',
      Creator: 'PMHC self-assessment',
      Keywords: fingerprint,
      CreationDate: new Date(`${madeOn}T00:00:00Z`),
    },
  })
  doc.appendXML(accessible)
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  doc.font('bold').font('regular')
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, root }
}

/** Says in the metadata that the document is made to be read by everybody (PDF/UA-1). */
const accessible = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `

/** The library writes the title into XML as it is. */
function metadataText(title: string): string {
  return title.replaceAll('&', 'and').replaceAll('<', '‹').replaceAll('>', '›')
}

/** How much of the page is left. */
export function roomOn({ doc }: Sheet): number {
  return lowest - doc.y
}

/** Goes to the next page unless so much is left on this one, or nothing is on it yet. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (height > roomOn(sheet) && !isAtTop(sheet)) sheet.doc.addPage()
}

/** Whether nothing is on the page yet. */
export function isAtTop({ doc }: Sheet): boolean {
  return doc.y <= page.top
}

/** Leaves room before the next part; none at the top of a page. */
export function space(sheet: Sheet, height: number): void {
  if (!isAtTop(sheet)) sheet.doc.y = Math.min(sheet.doc.y + height, lowest)
}

/** Draws what is no content: lines, bars, page numbers. */
export function artifact({ doc }: Sheet, draw: () => void, type?: 'Pagination' | 'Layout'): void {
  const { x, y } = doc
  doc.markContent('Artifact', { type: type ?? 'Layout' })
  draw()
  doc.endMarkedContent()
  doc.x = x
  doc.y = y
}
