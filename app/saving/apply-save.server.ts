import type { Side } from '#assessments/access.ts'
import { isAsked } from '#assessments/progress.ts'
import { domainOfItem, findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { parseResponse } from '#assessments/responses.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { findSave, saveResponse } from '#db/queries/save-response.server.ts'
import type { RequestContext } from '../context.server.ts'
import { lockWords } from '../lock-words.ts'
import { toCurrent } from './current.server.ts'
import { newPrivatePassages } from './private-passages.server.ts'
import { rememberPlace } from './remember-place.server.ts'
import type { SaveReply } from './save-reply.ts'
import { typedValue } from './typed-number.ts'

/** One save as it came in; `response` is whatever was sent. */
export interface IncomingSave {
  itemId: string
  /** The version of the questionnaire that the page was made for. */
  version?: string | undefined
  response: unknown
  baseRevision: number
  saveId: string
  confirmedPrivate: boolean
}

/** Where a save goes and whose it is. */
export interface SaveTarget {
  assessment: Assessment
  side: Side
  questionnaire: Questionnaire
  personId: string
}

/** Checks one save, saves it durably, and tells the open pages of others. Nothing is saved by halves. */
export async function applySave(
  context: RequestContext,
  target: SaveTarget,
  save: IncomingSave,
): Promise<SaveReply> {
  const { assessment, side, questionnaire, personId } = target
  const { itemId, baseRevision, saveId } = save
  // A page of before versions could change names none.
  const version = save.version ?? (assessment.sides[side]?.moves ? null : assessment.version)
  if (version !== assessment.version) return ofAnotherVersion(context, target, save)
  const item = findItem(questionnaire, itemId)
  const domain = domainOfItem(questionnaire, itemId)
  if (!item || !domain) return { status: 'missing' }
  if (!isAsked(item, side)) return { status: 'invalid', faults: [agencyOnly] }
  const reading = parseResponse(item, questionnaire, withTypedValue(item, save.response))
  if (reading.status === 'invalid') return reading
  const { response } = reading
  const where = { assessmentId: assessment.id, side, item }
  const found = save.confirmedPrivate ? [] : await newPrivatePassages(context.database, where, response)
  if (found.length > 0) return { status: 'private', found }
  const at = context.now()
  const key = { assessmentId: assessment.id, side, itemId }
  const outcome = await saveResponse(context.database, {
    ...key,
    ...{ version, response, baseRevision, saveId, personId, at },
  })
  if (outcome.status === 'locked') return { status: 'locked', why: lockWords[outcome.reason] }
  if (outcome.status === 'moved') return outcome
  if (outcome.status === 'conflict') {
    const reader = { personId, timeZone: assessment.timeZone }
    return { status: 'conflict', current: toCurrent(outcome.current, reader) }
  }
  context.live.publish({ assessmentId: assessment.id, side, revision: outcome.sideRevision })
  const place = { personId, assessmentId: assessment.id, domainId: domain.id, itemId, at }
  // The answer is saved; where the person is may be lost.
  rememberPlace(context.database, place).catch((error: unknown) =>
    context.log.warn({ err: error }, 'no place kept'),
  )
  return { status: outcome.status, revision: outcome.revision }
}

/** Nothing that was given to a question of another version is saved here; what was saved then is acknowledged. */
async function ofAnotherVersion(
  { database }: RequestContext,
  { assessment, side }: SaveTarget,
  { itemId, saveId }: IncomingSave,
): Promise<SaveReply> {
  const applied = await findSave(database, { assessmentId: assessment.id, side, itemId, saveId })
  return applied ? { status: 'repeated', ...applied } : { status: 'moved', version: assessment.version }
}

const agencyOnly = { path: 'itemId', reason: 'names an item that only the agency answers' }

function withTypedValue(item: Parameters<typeof typedValue>[0], response: unknown): unknown {
  if (typeof response !== 'object' || response === null || !('value' in response)) return response
  return { ...response, value: typedValue(item, response.value) }
}
