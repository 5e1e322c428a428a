import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFrozen, rescore } from '#assessments/frozen-copy.ts'
import { replay } from '#assessments/replay.ts'
import type { Step } from '#assessments/reconciliation.ts'
import type { Responses } from '#assessments/response.ts'
import type { Database } from '#db/database.server.ts'
import { listFrozenCopies, readFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { naiveRefusals } from '#tests/assessments/naive-reconciling.ts'
import { deedsOf, plans, races, type Plan } from '#tests/support/co-review-intents.ts'
import { emptyModel, hashIn, type Model } from '#tests/support/co-review-model.ts'
import { coReviewWorld, type Deed, type World } from '#tests/support/co-review-world.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { sample } from '#tests/support/talked-of.ts'

/** A deed with what it was answered. */
interface Done {
  deed: Deed
  status: string
  number: unknown
}

/** What is there now, as the model keeps it, so that the next deeds are meant for it. */
async function modelOf(database: Database, world: World): Promise<Model> {
  const { stage, aloneReason, sides, partnership } = await world.assessment()
  const { steps } = await world.reconciliation()
  const { responses } = database.tables
  const rows = await database.orm
    .select()
    .from(responses)
    .where(eq(responses.assessmentId, world.assessmentId))
  const own = (await world.reconciliation()).sides
  return {
    ...emptyModel(),
    ...{ stage, alone: aloneReason, steps, active: partnership === 'active' },
    submitted: { agency: sides.agency?.submittedAt ?? null, partner: sides.partner?.submittedAt ?? null },
    saves: rows.map(({ side, itemId }) => ({
      ...{ side, item: itemId, saveId: '', response: own[side][itemId] ?? {} },
    })),
  }
}

/** Every acknowledged save is in the history, once, which leads without a gap to what is there. */
async function checkSaves({ orm, tables }: Database, { assessmentId }: World, all: readonly Done[]) {
  const { responseHistory: history, responses } = tables
  const past = await orm.select().from(history).where(eq(history.assessmentId, assessmentId))
  const saved = all.flatMap(({ deed, status }) =>
    deed.kind === 'save' && status === 'saved' ? [deed.saveId] : [],
  )
  expect(past.map(({ saveId }) => saveId).sort()).toEqual(saved.sort())
  for (const row of await orm.select().from(responses).where(eq(responses.assessmentId, assessmentId))) {
    const own = past
      .filter(({ side, itemId }) => side === row.side && itemId === row.itemId)
      .sort((a, b) => a.revision - b.revision)
    expect(own.map(({ revision }) => revision)).toEqual(own.map((_, i) => i + 1))
    expect(own.map(({ before }) => before)).toEqual([null, ...own.map((one) => one.after)].slice(0, -1))
    expect([row.revision, row.value]).toEqual([own.length, own.at(-1)?.after.value ?? null])
  }
}

/** Every acknowledged step is there, no other, and each was allowed by what came before it. */
async function checkSteps({ orm, tables }: Database, world: World, all: readonly Done[]) {
  const { reconciliationSteps: table, reconciliations } = tables
  const ids = new Map(
    (await orm.select().from(table).where(eq(table.assessmentId, world.assessmentId))).map((row) => [
      row.revision,
      row.stepId,
    ]),
  )
  const { steps, sides } = await world.reconciliation()
  const [row] = await orm
    .select()
    .from(reconciliations)
    .where(eq(reconciliations.assessmentId, world.assessmentId))
  expect(steps.map(({ revision }) => revision)).toEqual(steps.map((_, i) => i + 1))
  expect(row?.revision ?? 0).toBe(steps.length)
  const tried = new Map(
    all.flatMap(({ deed }) => (deed.kind === 'step' ? [[deed.stepId, deed] as const] : [])),
  )
  const taken = all.flatMap(({ deed, status }) =>
    deed.kind === 'step' && status === 'taken' ? [deed.stepId] : [],
  )
  const kept = [...ids.values()].filter((id) => tried.has(id))
  expect(kept.sort()).toEqual(taken.sort())
  // Gone alone, the agency changes its answers: those that the steps were taken on are in the history only.
  if ((await world.assessment()).alone) return
  steps.forEach((step: Step, i) => {
    const deed = tried.get(ids.get(step.revision) ?? '')
    if (!deed) {
      expect(step.kind).toBe('reopened')
      return
    }
    const before = steps.slice(0, i)
    const model = { ...emptyModel(), steps: before, saves: savesOf(sides) }
    const attempted = { ...deed.content, side: deed.side, seen: deed.seen }
    expect(naiveRefusals(sample, sides, before, attempted, hashIn(model))).toEqual([])
  })
}

const savesOf = (sides: Awaited<ReturnType<World['reconciliation']>>['sides']) =>
  (['agency', 'partner'] as const).flatMap((side) =>
    Object.entries(sides[side]).map(([item, response]) => ({ side, item, response, saveId: '' })),
  )

function saying({ agency, partner }: Awaited<ReturnType<World['reconciliation']>>['sides']) {
  const own = (side: Responses) =>
    Object.fromEntries(Object.entries(side).filter(([, response]) => Object.keys(response).length > 0))
  return { agency: own(agency), partner: own(partner) }
}

/** One copy for each time that it was made final, each following from what was done. */
async function checkCopies(database: Database, world: World, all: readonly Done[]) {
  const listed = await listFrozenCopies(database, world.assessmentId)
  const froze = all.filter(({ number }) => typeof number === 'number')
  expect(listed).toHaveLength(froze.length)
  const { steps, sides } = await world.reconciliation()
  const { alone } = await world.assessment()
  for (const { number } of listed) {
    const copy = await readFrozenCopy(database, world.assessmentId, number)
    if (!copy) throw new Error('a copy is gone')
    const document = readFrozen(copy.document)
    expect(rescore(document, sample)).toEqual({ status: 'same' })
    // What both signed is what is locked since both submitted: no save came in after.
    if (document.coReviewed && !alone) expect(document.responses).toEqual(saying(sides))
    const { scorecardSha256 } = copy
    expect(replay({ document, questionnaire: sample, steps, scorecardSha256 })).toBeNull()
  }
  const reopenings = all.filter(({ status }) => status === 'reopened').length
  expect(listed.filter(({ reopenedAt }) => reopenedAt !== null)).toHaveLength(reopenings)
}

async function checkStage({ orm, tables }: Database, world: World, all: readonly Done[]) {
  const { stage, sides, alone, revision } = await world.assessment()
  const submitted = [sides.agency?.submittedAt, sides.partner?.submittedAt].filter(Boolean).length
  if (!alone) expect(submitted === 2).toBe(stage !== 'answering')
  const { assessments, activities } = tables
  expect(await orm.$count(assessments, eq(assessments.id, world.assessmentId))).toBe(1)
  const log = await orm.select().from(activities).where(eq(activities.assessmentId, world.assessmentId))
  const logged = (action: string) => log.filter((one) => one.action === action).length
  const count = (...statuses: string[]) => all.filter(({ status }) => statuses.includes(status)).length
  // Both organizations are told of each.
  expect(logged('assessment.submitted')).toBe(2 * count('submitted'))
  expect(logged('assessment.recalled')).toBe(2 * count('recalled'))
  expect(logged('assessment.went-alone')).toBe(2 * count('alone'))
  expect(count('alone')).toBeLessThanOrEqual(1)
  const finals = all.filter(({ number }) => typeof number === 'number').length
  expect(revision).toBe(count('submitted', 'recalled', 'alone', 'reopened') + finals)
}

/** Two to five people set out at once, each over a connection, and each to do one thing after the other. */
async function run(connections: readonly Database[], { opening, meant }: Plan) {
  const [database] = connections
  if (!database) throw new Error('there is no connection')
  const world = await coReviewWorld(database)
  const all: Done[] = []
  const inTurn = async (deeds: readonly Deed[], over: Database) => {
    for (const deed of deeds) {
      const outcome = await world.do(deed, over)
      all.push({ deed, status: outcome.status, number: 'number' in outcome ? outcome.number : null })
    }
  }
  for (const intent of opening) await inTurn(deedsOf(await modelOf(database, world), intent), database)
  for (let i = 0; i < meant.length;) {
    const atOnce = meant.slice(i, i + 2 + ((meant[i]?.what ?? 0) % 4))
    i += atOnce.length
    const model = await modelOf(database, world)
    world.wait(atOnce[0]?.minutes ?? 1)
    await Promise.all(
      atOnce.map((intent, n) =>
        inTurn(deedsOf(model, intent), connections[n % connections.length] ?? database),
      ),
    )
    await checkSaves(database, world, all)
    await checkSteps(database, world, all)
    await checkCopies(database, world, all)
    await checkStage(database, world, all)
  }
}

describeEngines('whatever both sides do at the same moment over several connections', (engine) => {
  it('each deed happens as a whole or not at all, in some order that the rules allow', async () => {
    const connections = [engine.database, await engine.another(), await engine.another()]
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => run(connections, plan)),
      {
        numRuns: engine.name === 'SQLite' ? 24 : 14,
        endOnFailure: true,
        examples: races.map((plan): [Plan] => [plan]),
      },
    )
  }, 240_000)
})
