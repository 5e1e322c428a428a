import type { Part } from './parts.ts'

/** A report that is ready to be set on pages. */
export interface Composed {
  title: string
  /** At the foot of every page, before the page's number. */
  footer: string
  /** The day it was made, `YYYY-MM-DD`: the document's own date, so that the same report is the same bytes. */
  madeOn: string
  /** The first page in several lengths, the fullest first: the first one that fits is taken. */
  firstPage: readonly (readonly Part[])[]
  parts: readonly Part[]
}
