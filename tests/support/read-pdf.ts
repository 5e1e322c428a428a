import { inflateSync } from 'node:zlib'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A node of the structure tree with the text below it. */
export interface Told {
  role: string
  text: string
  alt: string | null
  children: Told[]
}

/** A PDF as a reader who hears it and one who sees it have it. */
export interface ReadPdf {
  title: string
  language: string
  marked: boolean
  /** The text of each page. */
  pages: string[]
  /** The bookmarks, those below others set in by two spaces. */
  bookmarks: string[]
  /** What hangs on the document, from all pages in order. */
  told: Told[]
}

/** Reads a PDF's text, structure and outline. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: true,
  })
  const pdf = await task.promise
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } }
  const marked = await pdf.getMarkInfo()
  const read = { pages: [] as string[], told: [] as Told[] }
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const { whole, byId } = textOf(content.items)
    read.pages.push(whole)
    read.told.push(...toldOf(await page.getStructTree(), byId))
  }
  const bookmarks = bookmarksOf(await pdf.getOutline(), 0)
  await task.destroy()
  return {
    ...{ title: info.Title ?? '', language: info.Language ?? '', bookmarks },
    marked: marked?.Marked ?? false,
    ...read,
  }
}

interface Item {
  type?: string
  id?: string | null
  str?: string
  hasEOL?: boolean
}
interface Node {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: Node[]
}
interface Outline {
  title: string
  items: Outline[]
}

function textOf(items: readonly Item[]): { whole: string; byId: Map<string, string> } {
  const byId = new Map<string, string>()
  const open: (string | null)[] = []
  let whole = ''
  for (const { type, id, str, hasEOL } of items) {
    if (type?.startsWith('begin')) open.push(id ?? null)
    else if (type === 'endMarkedContent') open.pop()
    else {
      const text = `${str ?? ''}${hasEOL ? ' ' : ''}`
      whole += text
      const inside = open.findLast((one) => one !== null)
      if (inside) byId.set(inside, (byId.get(inside) ?? '') + text)
    }
  }
  return { whole: tidy(whole), byId }
}

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

function toldOf(node: Node | null, byId: ReadonlyMap<string, string>): Told[] {
  return (node?.children ?? []).flatMap((child) =>
    child.role === undefined
      ? []
      : child.role === 'Root' || child.role === 'Document'
        ? toldOf(child, byId)
        : [
            {
              ...{ role: child.role, alt: child.alt ?? null, text: spoken(child, byId) },
              children: toldOf(child, byId),
            },
          ],
  )
}

function spoken(node: Node, byId: ReadonlyMap<string, string>): string {
  const parts = (node.children ?? []).map((child) =>
    child.type === 'content' ? (byId.get(child.id ?? '') ?? '') : spoken(child, byId),
  )
  return tidy(parts.join(' '))
}

function bookmarksOf(outline: readonly Outline[] | null, depth: number): string[] {
  return (outline ?? []).flatMap(({ title, items }) => [
    `${'  '.repeat(depth)}${title}`,
    ...bookmarksOf(items, depth + 1),
  ])
}

/** All nodes of a tree with this role. */
export function withRole(told: readonly Told[], role: RegExp): Told[] {
  return told.flatMap((node) => [...(role.test(node.role) ? [node] : []), ...withRole(node.children, role)])
}

/** Every byte of a PDF as text, with its packed streams unpacked: for what must be nowhere in it. */
export function unpackedPdf(bytes: Buffer): string {
  const raw = bytes.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, packed = '']) => {
    try {
      return [inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
  return [raw, ...streams].join('\n')
}

/** Whether text stands anywhere in a PDF: to be read, or in its bytes in one of the ways that PDF writes text. */
export async function isInPdf(bytes: Buffer, text: string): Promise<boolean> {
  const { pages, told } = await readPdf(bytes)
  const alts = withRole(told, /./).map(({ alt }) => alt ?? '')
  if ([...pages, ...alts].some((one) => one.includes(text))) return true
  const unpacked = unpackedPdf(bytes)
  const wide = Buffer.from(text, 'utf16le').swap16().toString('latin1')
  const utf8 = Buffer.from(text, 'utf8').toString('latin1')
  return [text, wide, utf8, Buffer.from(text, 'utf8').toString('hex')].some((one) => unpacked.includes(one))
}
