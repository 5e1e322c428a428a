import type { Part } from './parts.ts'

/** A report that is ready to be set on pages. */
export interface Composed {
  title: string
  /** At the foot of every page: of whom it is, beside the page's number, and of what and when below. */
  footer: { name: string; below: string }
  /** The day it was made, `YYYY-MM-DD`: the document's own date, so that the same report is the same bytes. */
  madeOn: string
  /** The first page in several lengths, the fullest first: the first one that fits is taken. */
  firstPage: readonly (readonly Part[])[]
  parts: readonly Part[]
}
