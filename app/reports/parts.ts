import type { Drawing } from './drawings/pen.ts'

/** A piece of text in one weight. */
export interface Run {
  text: string
  strong?: boolean
}

/** Text as a report prints it: plain, or with some of it bold. */
export type Words = string | readonly Run[]

/** A heading. Its bookmark is its text, unless it is below the third level. */
export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3 | 4
  text: string
}

/** How a paragraph looks: `typed` is what somebody typed, set in below the `question` that it is about. */
export type Look = 'body' | 'small' | 'question' | 'typed'

export interface Paragraph {
  kind: 'paragraph'
  words: Words
  look?: Look
  /** The paragraph is not left alone at the foot of a page without what follows. */
  keepWithNext?: boolean
}

export interface List {
  kind: 'list'
  items: readonly Words[]
  numbered?: boolean
}

/** What stands out from the page in a frame. */
export interface Callout {
  kind: 'callout'
  paragraphs: readonly Words[]
}

/** Links to pages that show what was answered. */
export interface Links {
  kind: 'links'
  label: string
  urls: readonly string[]
}

/** A score as a bar, beside its number: it tells nothing that the number doesn't. */
export interface Bar {
  value: number | null
  /** Where the bands begin. */
  bounds: readonly number[]
}

/** A cell: words, with what they stand on in small type below, and a bar beside them. */
export type Cell = Words | { words: Words; small?: string; bar?: Bar }

export interface Column {
  title: string
  /** Of the table's width, in parts of all columns' shares. */
  share: number
  align?: 'right'
}

export interface Row {
  /** The first one is the head of the row. */
  cells: readonly Cell[]
  /** Whether it stands for all rows above. */
  total?: boolean
}

export interface Table {
  kind: 'table'
  /** What it shows, for readers who hear it and not see it. */
  summary: string
  columns: readonly Column[]
  rows: readonly Row[]
}

/** A chart, with what it shows in words. */
export interface Figure {
  kind: 'figure'
  alt: string
  height: number
  draw: Drawing
  /** Its numbers follow as a table, and stand on the same page. */
  keepWithNext?: boolean
}

/** One large number with the words that belong to it. */
export interface BigNumber {
  kind: 'big-number'
  number: string
  of: string
  /** Beside it, from the top down. */
  lines: readonly Words[]
}

/** What follows begins on a page of its own. */
export interface NewPage {
  kind: 'new-page'
}

/** What a report is made of, from top to bottom. */
export type Part = Heading | Paragraph | List | Callout | Links | Table | Figure | BigNumber | NewPage

/** The words without their weights. */
export function plainWords(words: Words): string {
  return typeof words === 'string' ? words : words.map(({ text }) => text).join('')
}

/** The words as pieces of one weight each. */
export function runsOf(words: Words): readonly Run[] {
  return typeof words === 'string' ? [{ text: words }] : words
}

/** What a cell says, its small type after the rest. */
export function cellParts(cell: Cell): { words: Words; small: string | null; bar: Bar | null } {
  if (typeof cell === 'string' || !('words' in cell)) return { words: cell, small: null, bar: null }
  return { words: cell.words, small: cell.small ?? null, bar: cell.bar ?? null }
}
