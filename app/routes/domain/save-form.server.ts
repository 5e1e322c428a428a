import { z } from 'zod'
import { domainOfItem } from '#assessments/questionnaire.ts'
import type { Item } from '#assessments/item.ts'
import type { Response } from '#assessments/response.ts'
import type { RequestContext } from '#app/context.server.ts'
import { applySave, type SaveTarget } from '#app/saving/apply-save.server.ts'
import { randomId } from '#app/saving/random-id.ts'
import { sameResponse } from '#app/saving/same-response.ts'
import type { SaveReply } from '#app/saving/save-reply.ts'
import { typedValue } from '#app/saving/typed-number.ts'
import { readResponses, responseHistory, type StoredResponse } from '#db/queries/responses.server.ts'
import { answerWith, type Draft } from './draft.ts'
import { fieldNames, readFields } from './form-fields.ts'
import type { SentForm } from './items-in-form.server.ts'

/** What the page must show again because it couldn't be saved: what was typed, and why. */
export interface NotSaved {
  draft: Draft
  /** The revision that the form was filled from. */
  base: number
  /** The version of the questionnaire that the form was made for. */
  version: string | undefined
  reply: Exclude<SaveReply, { status: 'saved' | 'repeated' }>
}

export interface FormOutcome {
  saved: string[]
  notSaved: Record<string, NotSaved>
  /** The item whose answer the person confirmed as it was; null where they only saved. */
  confirmed: string | null
  /** The version to which the assessment was moved since the form was made; nothing is saved then. */
  movedTo: string | null
  /** What of that was given to questions which the domain has no more. */
  left: { itemId: string; question: string; draft: Draft }[]
}

const revision = z.coerce.number().int().min(0)

/** Saves, item by item, what a form without JavaScript changed in a domain. */
export async function saveForm(
  context: RequestContext,
  target: SaveTarget,
  sent: SentForm,
): Promise<FormOutcome> {
  const { form, version, items } = sent
  const stored = await readResponses(context.database, target.assessment.id, target.side)
  const outcome: FormOutcome = { saved: [], notSaved: {}, confirmed: null, movedTo: null, left: [] }
  for (const item of items) {
    const base = revision.safeParse(form.get(fieldNames(item.id).revision) ?? undefined)
    if (!base.success || form.get('theirs') === item.id) continue
    const read = readFields(item, form)
    const draft = form.get('clear') === item.id ? answerWith(read, {}) : read
    const shown = await shownThen(context, target, item, base.data, stored.get(item.id))
    const confirms = form.get('confirm') === item.id && shown.carried !== undefined
    if (confirms) outcome.confirmed = item.id
    if (!confirms && sameResponse(typed(item, draft), shown)) continue
    const confirmedPrivate = form.get(fieldNames(item.id).privateConfirmed) === 'yes'
    const save = { itemId: item.id, version, response: draft, baseRevision: base.data, saveId: randomId() }
    const reply = await applySave(context, target, { ...save, confirmedPrivate })
    if ('revision' in reply) outcome.saved.push(item.id)
    else outcome.notSaved[item.id] = { draft, base: base.data, version, reply }
  }
  const moved = Object.values(outcome.notSaved).some(({ reply }) => reply.status === 'moved')
  return moved ? movedOutcome(outcome, target, sent) : outcome
}

/** Of a form for another version: what was given to questions that its domain doesn't have any more. */
function movedOutcome(
  outcome: FormOutcome,
  { questionnaire }: SaveTarget,
  { domainId, items }: SentForm,
): FormOutcome {
  const left = items.flatMap(({ id, question }) => {
    const draft = outcome.notSaved[id]?.draft
    return draft && domainOfItem(questionnaire, id)?.id !== domainId ? [{ itemId: id, question, draft }] : []
  })
  return { ...outcome, movedTo: questionnaire.version, left }
}

/** The response that the form was filled from: the stored one, or where others saved since, that of then. */
async function shownThen(
  { database }: RequestContext,
  { assessment, side }: SaveTarget,
  item: Item,
  base: number,
  stored: StoredResponse | undefined,
): Promise<Response> {
  if (!stored || stored.revision === base) return stored?.response ?? {}
  const past = await responseHistory(database, assessment.id, side, item.id)
  return past.find((save) => save.revision === base)?.after ?? {}
}

function typed(item: Item, { value, ...rest }: Draft): Draft {
  return value === undefined ? rest : { ...rest, value: typedValue(item, value) }
}

/** The status of a page that shows what a form could not save. */
export function statusOf({ notSaved, movedTo }: FormOutcome): 400 | 409 | 412 {
  if (movedTo !== null) return 412
  return Object.values(notSaved).some(({ reply }) => reply.status === 'conflict') ? 409 : 400
}
