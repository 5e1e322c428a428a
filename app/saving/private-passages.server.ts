import type { Side } from '#assessments/access.ts'
import { findPrivateText, type PrivatePassage } from '#assessments/private-text.ts'
import type { Response } from '#assessments/response.ts'
import type { Item } from '#assessments/item.ts'
import type { Database } from '#db/database.server.ts'
import { responseHistory } from '#db/queries/responses.server.ts'

/** What somebody typed in a response; values that were chosen are nobody's own words. */
function typedTexts(item: Item, { value, notApplicable, note, evidence }: Response): string[] {
  const text = item.kind === 'text' && typeof value === 'string' ? value : undefined
  return [text, notApplicable, note, ...(evidence ?? [])].filter((typed) => typed !== undefined)
}

/** What looks like private information in a response and isn't in the one that is saved already. */
export async function newPrivatePassages(
  database: Database,
  where: { assessmentId: string; side: Side; item: Item },
  response: Response,
): Promise<PrivatePassage[]> {
  const { assessmentId, side, item } = where
  const found = typedTexts(item, response).flatMap(findPrivateText)
  if (found.length === 0) return []
  const [latest] = await responseHistory(database, assessmentId, side, item.id)
  const before = latest ? typedTexts(item, latest.after) : []
  return found.filter(({ excerpt }) => !before.some((text) => text.includes(excerpt)))
}
