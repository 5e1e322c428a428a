import { data } from '@remix-run/node'
import { z } from 'zod'
import type { Fault } from '#assessments/faults.ts'
import { frozenResponses } from '#assessments/frozen-copy.ts'
import { domainOfItem, questionnaireName } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { parseResponsesFile } from '#assessments/responses.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import type { findAllowedAssessment } from '#app/find-allowed.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { previewImport, type ImportPreview, type ImportSide } from '#app/importing/preview.server.ts'
import { readImport } from '#app/importing/read-import.server.ts'
import { lockWords } from '#app/lock-words.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import { privateWords } from '#app/private-words.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { saveTogether } from '#db/queries/save-together.server.ts'
import type { ImportAnswer, ShownPreview } from './import-answer.ts'

type Found = Awaited<ReturnType<typeof findAllowedAssessment>>
interface Taking {
  context: RequestContext
  found: Found
  form: FormData
}

const answer = (what: ImportAnswer, status: 200 | 400 | 409) => data(what, { status })
/** A fault of a table says its row and column in its path. */
const faulty = (faults: readonly Fault[]) =>
  answer({ status: 'faults', faults: faults.map(({ path, reason }) => ({ path, reason })) }, 400)
const refused = (fault: string, status: 400 | 409) => answer({ status: 'refused', fault }, status)

/** Reads the file that was sent, and shows what it would set; nothing is saved. */
export async function takeFile({ context, found, form }: Taking) {
  const lock = lockOfSide(found.assessment, found.side)
  if (lock) return refused(lockWords[lock], 409)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return refused('Choose a file.', 400)
  const to = sideOf(found)
  const reading = await readImport({ questionnaire: to.questionnaire, side: to.side }, bytesOf(file))
  if (reading.status === 'invalid') return faulty(reading.faults)
  const preview = await previewImport(context.database, to, reading.responses)
  if (preview.faults.length > 0) return faulty(preview.faults)
  return answer({ status: 'preview', preview: shown(to, preview, reading), fault: null }, 200)
}

async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer())
}

function sideOf({ assessment, side, version }: Found): ImportSide {
  return { assessmentId: assessment.id, side, questionnaire: version.questionnaire }
}

const sentSchema = z.strictObject({
  questionnaire: z.string(),
  responses: frozenResponses,
  /** By item id: the revision that was shown, 0 where there was none. */
  revisions: z.record(z.string(), z.int().min(0)),
  passedOver: z.int().min(0),
})

function shown(to: ImportSide, preview: ImportPreview, read: { passedOver: number }): ShownPreview {
  const { questionnaire } = to
  const { changes, same } = preview
  const sent: z.infer<typeof sentSchema> = {
    questionnaire: questionnaireName(questionnaire),
    responses: Object.fromEntries(changes.map(({ item, after }) => [item.id, withoutCarried(after)])),
    revisions: Object.fromEntries(changes.map(({ item, current }) => [item.id, current?.revision ?? 0])),
    passedOver: read.passedOver,
  }
  return {
    changes: changes.map(({ item, what, before, after, found }) => ({
      ...{ item, what, before, after, looksPrivate: privateWords(found) },
      domainId: domainOfItem(questionnaire, item.id)?.id ?? '',
    })),
    ...{ same, passedOver: read.passedOver, sent: JSON.stringify(sent) },
  }
}

function withoutCarried({ value, notApplicable, dontKnow, note, evidence }: Responses[string]) {
  return {
    ...(value !== undefined && { value: typeof value === 'object' ? [...value] : value }),
    ...(notApplicable !== undefined && { notApplicable }),
    ...(dontKnow && { dontKnow }),
    ...(note !== undefined && { note }),
    ...(evidence && { evidence: [...evidence] }),
  }
}

/** Saves all that was shown, or nothing: what comes back is read again as if it were typed. */
export async function saveShown({ context, found, form }: Taking, personId: string) {
  const { assessment, side } = found
  const lock = lockOfSide(assessment, side)
  if (lock) return refused(lockWords[lock], 409)
  const to = sideOf(found)
  const sent = readSent(to, form.get('sent'))
  if (!sent) return refused('What was shown can’t be read any more. Choose the file again.', 400)
  const preview = await previewImport(context.database, to, sent.responses)
  const again = (fault: string) =>
    answer({ status: 'preview', preview: shown(to, preview, sent), fault }, 409)
  const asShown = preview.changes.every(
    ({ item, current }) => sent.revisions[item.id] === (current?.revision ?? 0),
  )
  if (!asShown || preview.faults.length > 0) return again(meanwhile)
  if (preview.changes.some(({ found }) => found.length > 0) && form.get('private') !== 'yes') {
    return again('Nothing was imported yet: say first whether the text below is about a person.')
  }
  if ((await save(context, found, preview, personId)) === 'stale') return again(meanwhile)
  throw goTo(withNotice(`/assessments/${assessment.id}/import`, 'answers-imported'))
}

const meanwhile =
  'Nothing was imported: somebody answered one of these items meanwhile. This is what it would do now.'

function readSent({ questionnaire }: ImportSide, text: unknown) {
  try {
    const sent = sentSchema.parse(JSON.parse(typeof text === 'string' ? text : ''))
    const { responses } = sent
    const reading = parseResponsesFile(questionnaire, { questionnaire: sent.questionnaire, responses })
    return reading.status === 'valid' ? { ...sent, responses: reading.responses } : null
  } catch {
    return null
  }
}

async function save(
  context: RequestContext,
  { assessment, side }: Found,
  preview: ImportPreview,
  by: string,
) {
  const { database, live, now } = context
  const outcome = await saveTogether(database, {
    ...{ assessmentId: assessment.id, side, moves: assessment.sides[side]?.moves ?? 0, by, at: now() },
    organizationId: homeOf(assessment, side).id,
    action: 'responses.imported',
    saves: preview.changes.map(({ item, after, current }) => ({ itemId: item.id, response: after, current })),
  })
  if (outcome === 'stale') return outcome
  const revision = (await findAssessment(database, assessment.id))?.sides[side]?.revision ?? 0
  live.publish({ assessmentId: assessment.id, side, revision })
  return outcome
}
