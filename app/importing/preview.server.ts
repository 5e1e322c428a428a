import type { Side } from '#assessments/access.ts'
import type { ImportFault } from '#assessments/importing/import-fault.ts'
import type { Item } from '#assessments/item.ts'
import type { PrivatePassage } from '#assessments/private-text.ts'
import { isAsked } from '#assessments/progress.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Response, Responses } from '#assessments/response.ts'
import type { Database } from '#db/database.server.ts'
import { readResponses, type StoredResponse } from '#db/queries/responses.server.ts'
import { newPrivatePassages } from '../saving/private-passages.server.ts'
import { sameResponse } from '../saving/same-response.ts'

/** One side of an assessment that a file is imported to. */
export interface ImportSide {
  assessmentId: string
  side: Side
  questionnaire: Questionnaire
}

/** What an import would do to one item. `confirmed`: what was carried says the same, and counts from then on. */
export interface Imported {
  item: Item
  what: 'new' | 'changed' | 'confirmed'
  before: Response
  after: Response
  /** What was there, so that nobody's answer of in between is written over. */
  current: StoredResponse | undefined
  /** What in it looks like something about a person. */
  found: readonly PrivatePassage[]
}

export interface ImportPreview {
  changes: Imported[]
  same: number
  faults: ImportFault[]
}

/** Holds what a file would set against what is there, in the questionnaire's order. */
export async function previewImport(
  database: Database,
  { assessmentId, side, questionnaire }: ImportSide,
  responses: Responses,
): Promise<ImportPreview> {
  const stored = await readResponses(database, assessmentId, side)
  const preview: ImportPreview = { changes: [], same: 0, faults: [] }
  for (const item of itemsOf(questionnaire)) {
    const after = responses[item.id]
    if (!after) continue
    if (!isAsked(item, side)) {
      preview.faults.push({ path: item.id, reason: 'is an item that only the agency answers; leave it out' })
      continue
    }
    const current = stored.get(item.id)
    const { carried, ...before } = current?.response ?? {}
    const isSame = sameResponse(before, after)
    if (isSame && carried === undefined) {
      preview.same += 1
      continue
    }
    const found = await newPrivatePassages(database, { assessmentId, side, item }, after)
    const isNew = Object.keys(before).length === 0
    const what = isSame ? 'confirmed' : isNew ? 'new' : 'changed'
    preview.changes.push({ item, what, before, after, current, found })
  }
  return preview
}
