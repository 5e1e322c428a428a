import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { BothSides } from '#assessments/differences.ts'
import { readFrozen, settledOf } from '#assessments/frozen-copy.ts'
import { roundOfCopy } from '#assessments/like-for-like.ts'
import { isAsked } from '#assessments/progress.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Settled } from '#assessments/reconciliation.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { RequestContext } from '#app/context.server.ts'
import type { PrintedBoth } from '#app/questionnaires/printed-both.tsx'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'

interface Both {
  sides: BothSides
  agreed: Responses
  settled: Readonly<Record<string, Settled>>
}

/**
 * What both sides answered and what they agreed on, by item id: of an assessment that both have submitted and
 * that hasn't gone on alone. Null of any other, where each side sees its own answers and nothing else.
 */
export async function readBoth(
  { database }: RequestContext,
  assessment: Assessment,
  { questionnaire }: CatalogVersion,
): Promise<Record<string, PrintedBoth> | null> {
  const { id, stage, partnerId, alone } = assessment
  if (stage === 'answering' || partnerId === null || alone) return null
  const both =
    stage === 'final'
      ? await readFinal(database, id, questionnaire)
      : await readOpen(database, id, questionnaire)
  return both && printedBoth(questionnaire, both)
}

async function readFinal(
  database: RequestContext['database'],
  assessmentId: string,
  questionnaire: Questionnaire,
): Promise<Both | null> {
  const copy = await latestFrozenCopy(database, assessmentId)
  if (!copy) return null
  const document = readFrozen(copy.document)
  const { sides, responses } = roundOfCopy(questionnaire, document)
  return sides ? { sides, agreed: responses, settled: document.settled ?? {} } : null
}

async function readOpen(
  database: RequestContext['database'],
  assessmentId: string,
  questionnaire: Questionnaire,
): Promise<Both> {
  const { sides, state } = await readReconciliation(database, assessmentId, questionnaire)
  return { sides, agreed: state.agreed, settled: settledOf(state) }
}

function printedBoth(questionnaire: Questionnaire, { sides, agreed, settled }: Both) {
  const shown = shownItems(questionnaire, agreed)
  const shownTo = {
    agency: shownItems(questionnaire, sides.agency),
    partner: shownItems(questionnaire, sides.partner),
  }
  return Object.fromEntries(
    itemsOf(questionnaire).map((item): [string, PrintedBoth] => {
      const own = (side: 'agency' | 'partner'): Response | null =>
        isAsked(item, side) && shownTo[side].has(item.id) ? (sides[side][item.id] ?? {}) : null
      const how = item.kind === 'level' ? (settled[item.id] ?? null) : 'agency-only'
      const counts = shown.has(item.id) ? (agreed[item.id] ?? {}) : null
      return [item.id, { agency: own('agency'), partner: own('partner'), agreed: counts, how }]
    }),
  )
}
