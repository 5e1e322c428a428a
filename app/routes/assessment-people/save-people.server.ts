import { z } from 'zod'
import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import type { Database } from '#db/database.server.ts'
import { listAssignments, setPeople, type People, type Which } from '#db/queries/assignments.server.ts'
import { listContributors, type Assessment } from '#db/queries/assessments.server.ts'
import { lockWords } from '#app/lock-words.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import type { LockReason } from '#db/words.ts'
import { peopleLocks } from './load-people.server.ts'
import { assigneeField } from './field-names.ts'
import { listThoseWhoAnswer } from '#app/those-who-answer.server.ts'

/** `refused` says why in a sentence; nothing was changed then. */
export type SaveOutcome = { status: 'saved' } | { status: 'refused'; http: 400 | 409; reason: string }

const refused = (http: 400 | 409, reason: string): SaveOutcome => ({ status: 'refused', http, reason })
const lockedBy = (lock: LockReason) => refused(409, `${lockWords[lock]} Nothing was changed.`)

/** Keeps who contributes and which domains and items are whose; whoever is assigned something contributes. */
export async function savePeople(
  { database, now }: RequestContext,
  { assessment, side }: { assessment: Assessment; side: Side },
  { questionnaire }: CatalogVersion,
  by: string,
  form: FormData,
): Promise<SaveOutcome> {
  const lock = lockOfSide(assessment, side)
  if (lock && peopleLocks.has(lock)) return lockedBy(lock)
  const { id: organizationId } = homeOf(assessment, side)
  const people = await listThoseWhoAnswer(database, organizationId)
  const targets = questionnaire.domains.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])
  const read = formSchema(people.map(({ personId }) => personId)).safeParse({
    contributors: form.getAll('contributor'),
    assignees: Object.fromEntries(targets.map((target) => [target, form.get(assigneeField(target)) ?? ''])),
  })
  if (!read.success) {
    return refused(400, 'Somebody who was chosen cannot answer here (any more). Choose again.')
  }
  const which = { assessmentId: assessment.id, side, organizationId }
  const changed = await whatChanged(database, which, read.data)
  if (changed.contributors === null && changed.assignees.size === 0) return { status: 'saved' }
  const outcome = await setPeople(database, which, changed, { by, at: now() })
  return outcome === 'saved' ? { status: 'saved' } : lockedBy('final')
}

/** What differs from what is kept, so that what is left as it was is neither written nor logged. */
async function whatChanged(
  database: Database,
  { assessmentId, side }: Which,
  { contributors, assignees }: z.infer<ReturnType<typeof formSchema>>,
): Promise<People> {
  const wanted = new Set([...contributors, ...Object.values(assignees).filter((id) => id !== '')])
  const [asked, assignments] = await Promise.all([
    listContributors(database, assessmentId, side),
    listAssignments(database, assessmentId, side),
  ])
  const same = wanted.size === asked.length && asked.every(({ personId }) => wanted.has(personId))
  const whose = new Map(assignments.map(({ target, personId }) => [target, personId]))
  const others = Object.entries(assignees).filter(([target, id]) => id !== (whose.get(target) ?? ''))
  return {
    contributors: same ? null : [...wanted],
    assignees: new Map(others.map(([target, id]) => [target, id || null])),
  }
}

function formSchema(people: readonly string[]) {
  const person = z.string().refine((id) => people.includes(id))
  return z.object({
    contributors: z.array(person),
    assignees: z.record(z.string(), z.union([z.literal(''), person])),
  })
}
