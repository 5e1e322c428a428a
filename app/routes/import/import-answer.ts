import type { Fault } from '#assessments/faults.ts'
import type { Item } from '#assessments/item.ts'
import type { Imported } from '#app/importing/preview.server.ts'
import type { ShownResponse } from '#app/components/response-value.tsx'

/** What a file would set, ready to show, and what the confirmation sends back. */
export interface ShownPreview {
  changes: {
    item: Item
    domainId: string
    what: Imported['what']
    before: ShownResponse
    after: ShownResponse
    /** In words; empty where nothing looks private. */
    looksPrivate: string
  }[]
  same: number
  passedOver: number
  /** The responses and what they were held against, as text. */
  sent: string
}

/** What came of sending a file or confirming it. */
export type ImportAnswer =
  | { status: 'faults'; faults: Fault[] }
  | { status: 'refused'; fault: string }
  | { status: 'preview'; preview: ShownPreview; fault: string | null }
