import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rescore, readFrozen } from '#assessments/frozen-copy.ts'
import { replay } from '#assessments/replay.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import type { Database } from '#db/database.server.ts'
import { listFrozenCopies, readFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { naiveAgreedResponses, naiveOpen, naiveSigned } from '#tests/assessments/naive-reconciling.ts'
import { deedsOf, plans, wholeWay, type Intent } from '#tests/support/co-review-intents.ts'
import {
  after,
  emptyModel,
  reasonsAgainst,
  responsesIn,
  sidesIn,
  type Model,
} from '#tests/support/co-review-model.ts'
import { coReviewWorld, everyRow, type Deed, type World } from '#tests/support/co-review-world.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { sample } from '#tests/support/talked-of.ts'

const done = new Set(['saved', 'submitted', 'recalled', 'taken', 'final', 'alone', 'done', 'reopened'])

/** Does it, and holds what it answers and what is there afterwards against the model. */
async function doAndCheck(database: Database, world: World, model: Model, deed: Deed): Promise<Model> {
  const reasons = reasonsAgainst(model, deed, world.now())
  const before = await everyRow(database, world)
  const { status, reason } = await world.do(deed)
  if (!done.has(status) || reasons.length > 0) {
    expect(reasons, `${JSON.stringify(deed)} was answered with ${status}`).toContain(reason ?? status)
    expect(await everyRow(database, world)).toEqual(before)
    return model
  }
  const person = world.people['side' in deed ? deed.side : 'agency']
  return after(model, deed, person, world.now())
}

async function checkStage(world: World, model: Model) {
  const { stage, alone, aloneReason, sides, partnership } = await world.assessment()
  expect({ stage, alone, aloneReason }).toEqual({
    ...{ stage: model.stage, alone: model.alone !== null, aloneReason: model.alone },
  })
  expect(partnership).toBe(model.active ? 'active' : 'ended')
  expect({ agency: sides.agency?.submittedAt, partner: sides.partner?.submittedAt }).toEqual(model.submitted)
  if (stage === 'reconciling')
    expect([sides.agency?.submittedAt, sides.partner?.submittedAt]).not.toContain(null)
}

/** Each item's history holds every save that was acknowledged, each from where the one before left off. */
async function checkResponses(database: Database, { assessmentId }: World, model: Model) {
  for (const side of ['agency', 'partner'] as const) {
    const stored = await readResponses(database, assessmentId, side)
    const present = Object.fromEntries([...stored].map(([id, { response }]) => [id, response]))
    expect(present).toEqual(responsesIn(model, side))
    for (const [itemId, { revision }] of stored) {
      const saves = model.saves.filter((one) => one.side === side && one.item === itemId)
      const history = (await responseHistory(database, assessmentId, side, itemId)).reverse()
      expect(history.map((one) => one.after)).toEqual(saves.map(({ response }) => response))
      expect(history.map((one) => one.before)).toEqual(
        [null, ...history.map((one) => one.after)].slice(0, -1),
      )
      expect(history.map((one) => one.revision)).toEqual(saves.map((_, i) => i + 1))
      expect(revision).toBe(saves.length)
    }
  }
}

async function checkTalk(world: World, model: Model) {
  const { steps, state } = await world.reconciliation()
  expect(steps).toEqual(model.steps)
  if (model.stage === 'answering') return
  expect(state.agreed).toEqual(naiveAgreedResponses(sample, sidesIn(model), model.steps))
  for (const side of ['agency', 'partner'] as const) {
    expect(side in state.signatures).toBe(naiveSigned(model.steps, side))
  }
}

/** Every copy that was ever made final is there, says the same as ever, and follows from what was done. */
async function checkCopies(database: Database, world: World, model: Model, texts: Map<number, string>) {
  const listed = (await listFrozenCopies(database, world.assessmentId)).reverse()
  expect(listed.map(({ reopenedAt }) => reopenedAt !== null)).toEqual(
    model.copies.map((copy) => copy.reopened),
  )
  const { steps } = await world.reconciliation()
  for (const [i, { coReviewed, counted }] of model.copies.entries()) {
    const copy = await readFrozenCopy(database, world.assessmentId, i + 1)
    if (!copy) throw new Error('a copy is gone')
    expect(copy.document).toBe(texts.get(i) ?? copy.document)
    texts.set(i, copy.document)
    const document = readFrozen(copy.document)
    expect(document.coReviewed).toBe(coReviewed)
    expect(document.scorecard).toEqual(scoreResponses(sample, counted))
    expect(rescore(document, sample)).toEqual({ status: 'same' })
    const { scorecardSha256 } = copy
    expect(replay({ document, questionnaire: sample, steps, scorecardSha256 })).toBeNull()
  }
  if (model.stage === 'final') {
    expect(model.copies.at(-1)?.reopened).toBe(false)
    if (!model.alone) expect(naiveOpen(sample, sidesIn(model), model.steps)).toEqual([])
  }
}

async function run(database: Database, meant: readonly Intent[], met: Map<string, number>) {
  const world = await coReviewWorld(database)
  const texts = new Map<number, string>()
  let model = emptyModel()
  for (const intent of meant) {
    world.wait(intent.minutes)
    for (const deed of deedsOf(model, intent)) {
      const next = await doAndCheck(database, world, model, deed)
      const outcome = `${deed.kind} ${next === model ? 'refused' : 'done'}`
      met.set(outcome, (met.get(outcome) ?? 0) + 1)
      model = next
      await checkStage(world, model)
    }
    await checkResponses(database, world, model)
    await checkTalk(world, model)
    await checkCopies(database, world, model, texts)
  }
}

describeEngines('whatever both sides try, in whatever order', (engine) => {
  it('no rule is broken, no answer lost, and the history rebuilds what is there', async () => {
    const met = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(plans, async ({ opening, meant }) =>
        run(engine.database, [...opening, ...meant], met),
      ),
      { numRuns: engine.name === 'SQLite' ? 25 : 8, examples: [[wholeWay]] },
    )
    const kinds = [
      'save',
      'submit',
      'recall',
      'step',
      'reopen',
      'go-alone',
      'submit-alone',
      'end-partnership',
    ]
    expect([...met.keys()]).toEqual(expect.arrayContaining(kinds.map((kind) => `${kind} done`)))
  }, 240_000)
})
