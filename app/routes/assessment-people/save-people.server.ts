import { z } from 'zod'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { assign, listAssignments } from '#db/queries/assignments.server.ts'
import { listContributors, setContributors, type Assessment } from '#db/queries/assessments.server.ts'
import { assigneeField } from './field-names.ts'
import { listThoseWhoAnswer } from '#app/those-who-answer.server.ts'

/** `refused` says why in a sentence; nothing was changed then. */
export type SaveOutcome = { status: 'saved' } | { status: 'refused'; http: 400 | 409; reason: string }

const refused = (http: 400 | 409, reason: string): SaveOutcome => ({ status: 'refused', http, reason })

/** Keeps who contributes and which domains and items are whose; whoever is assigned something contributes. */
export async function savePeople(
  { database, now }: RequestContext,
  assessment: Assessment,
  { questionnaire }: CatalogVersion,
  by: string,
  form: FormData,
): Promise<SaveOutcome> {
  if (assessment.stage === 'final')
    return refused(409, 'This assessment is final and locked. Reopen it first.')
  const people = await listThoseWhoAnswer(database, assessment.agencyId)
  const targets = questionnaire.domains.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])
  const read = formSchema(people.map(({ personId }) => personId)).safeParse({
    contributors: form.getAll('contributor'),
    assignees: Object.fromEntries(targets.map((target) => [target, form.get(assigneeField(target)) ?? ''])),
  })
  if (!read.success) {
    return refused(400, 'Somebody who was chosen cannot answer for this agency (any more). Choose again.')
  }
  const { contributors, assignees } = read.data
  const change = { by, at: now() }
  const which = { assessmentId: assessment.id, agencyId: assessment.agencyId }
  const wanted = new Set([...contributors, ...Object.values(assignees).filter((id) => id !== '')])
  const before = await listContributors(database, assessment.id)
  if (wanted.size !== before.length || before.some(({ personId }) => !wanted.has(personId))) {
    await setContributors(database, which, [...wanted], change)
  }
  const assigned = new Map(
    (await listAssignments(database, assessment.id)).map((one) => [one.target, one.personId]),
  )
  for (const target of targets) {
    const personId = assignees[target] ?? ''
    if (personId !== (assigned.get(target) ?? '')) {
      await assign(database, { ...which, target }, personId || null, change)
    }
  }
  return { status: 'saved' }
}

function formSchema(people: readonly string[]) {
  const person = z.string().refine((id) => people.includes(id))
  return z.object({
    contributors: z.array(person),
    assignees: z.record(z.string(), z.union([z.literal(''), person])),
  })
}
