import { expect, it } from 'vitest'
import { readFrozen, rescore } from '#assessments/frozen-copy.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { goAlone } from '#db/queries/go-alone.server.ts'
import { latestFrozenCopy, listFrozenCopies } from '#db/queries/frozen-copies.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import { readScores } from '#db/queries/scores.server.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { reconciling, settleAll, sign, talkedOf, type Reconciling } from '#tests/support/reconciling.ts'

const item = 'leadership.workgroup'

/** The agency proposes a level; answers the proposal's revision. */
async function propose({ take }: Reconciling, value: number, seen = 0, note: string | null = null) {
  const outcome = await take({ kind: 'proposed', side: 'agency', item, proposal: { value }, note, seen })
  if (outcome.status !== 'taken') throw new Error(JSON.stringify(outcome))
  return outcome.revision
}

const actionsOf = async ({ program }: Reconciling, organizationId: string) =>
  (await listActivities(program.database, organizationId, { limit: 50 })).map(({ action }) => action)

describeEngines('takeStep', (engine) => {
  it('keeps steps in order, and the state follows from them', async () => {
    const talk = await reconciling({ database: engine.database })
    const refersTo = await propose(talk, 2, 0, 'Since the spring.')
    await talk.take({ kind: 'commented', side: 'partner', item, text: 'We agree.', seen: 0 })
    await talk.take({ kind: 'accepted', side: 'partner', item, refersTo, note: null, seen: 0 })
    const { state, steps, names } = await talk.read()
    expect(steps.map(({ revision, kind, side }) => [revision, kind, side])).toEqual([
      [1, 'proposed', 'agency'],
      [2, 'commented', 'partner'],
      [3, 'accepted', 'partner'],
    ])
    expect(state.agreed[item]).toEqual({ value: 2, note: 'Since the spring.' })
    expect(names.get(talk.people['partner coordinator'])).toBe('Cory Coordinator')
    expect(await actionsOf(talk, talk.partnerId)).toContain('assessment.settled')
  })

  it('acknowledges a repeated step and takes it once', async () => {
    const talk = await reconciling({ database: engine.database })
    const step = { kind: 'commented', side: 'agency', item, text: 'Look at May.', seen: 0 } as const
    expect(await talk.take(step, { stepId: 'step-12345678' })).toMatchObject({ status: 'taken', revision: 1 })
    expect(await talk.take(step, { stepId: 'step-12345678' })).toEqual({ status: 'repeated', revision: 1 })
    expect((await talk.read()).steps).toHaveLength(1)
  })

  it('lets one of two who act on an item at the same moment win, and tells the other', async () => {
    const talk = await reconciling({ database: engine.database })
    const refersTo = await propose(talk, 2, 0, 'A note.')
    const outcomes = await Promise.all([
      talk.take({ kind: 'accepted', side: 'partner', item, refersTo, note: null, seen: 1 }),
      talk.take({ kind: 'withdrawn', side: 'agency', item, refersTo, seen: 1 }),
      talk.take({
        ...{ kind: 'proposed', side: 'partner', item, proposal: { value: 1 }, note: null, seen: 1 },
      }),
    ])
    const taken = outcomes.filter(({ status }) => status === 'taken')
    const told = outcomes.flatMap((outcome) => (outcome.status === 'refused' ? [outcome.reason] : []))
    expect(taken).toHaveLength(1)
    expect(told.every((reason) => reason === 'moved-on' || reason === 'nothing-proposed')).toBe(true)
    expect((await talk.read()).steps).toHaveLength(2)
  })

  it('lets everyone through who acts on other items at the same moment', async () => {
    const talk = await reconciling({ database: engine.database })
    const outcomes = await Promise.all(
      ['leadership.workgroup', 'leadership.coordinator', 'training.basic'].flatMap((one) =>
        (['agency', 'partner'] as const).map((side) =>
          talk.take({ kind: 'commented', side, item: one, text: `Of ${side}.`, seen: 0 }),
        ),
      ),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(Array(6).fill('taken'))
    expect((await talk.read()).steps.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('refuses what the stage forbids', async () => {
    const early = await reconciling({ database: engine.database, submitted: ['agency'] })
    const comment = { kind: 'commented', item, text: 'Hello.', seen: 0 } as const
    const refused = { status: 'refused', reason: 'not-reconciling' }
    expect(await early.take({ ...comment, side: 'agency' })).toEqual(refused)
  })
})

describeEngines('signing', (engine) => {
  it('makes final with the second signature: both signed, everything kept, told in both logs', async () => {
    const talk = await reconciling({ database: engine.database })
    await settleAll(talk)
    expect(await sign(talk, 'partner')).toMatchObject({ status: 'taken', number: null })
    expect(await talk.assessment()).toMatchObject({ stage: 'reconciling' })
    expect(await sign(talk, 'agency')).toMatchObject({ status: 'taken', number: 1 })
    expect(await talk.assessment()).toMatchObject({ stage: 'final', finalizedAt: talk.program.now() })
    const copy = await latestFrozenCopy(engine.database, talk.assessmentId)
    const document = readFrozen(copy?.document ?? '')
    expect(document).toMatchObject({
      coReviewed: true,
      agreed: { [item]: { value: 3 }, 'training.basic': { value: 2 } },
      settled: { [item]: 'settled', 'leadership.coordinator': 'same', 'training.refresher': 'agency-only' },
      signatures: [{ side: 'agency' }, { side: 'partner' }],
    })
    expect(rescore(document, talkedOf())).toEqual({ status: 'same' })
    const { scorecardSha256 } = await talk.read()
    expect(copy?.scorecardSha256).toBe(scorecardSha256)
    const scores = await readScores(engine.database, talk.assessmentId, 1)
    expect(scores.map(({ scope }) => scope).sort()).toEqual(['leadership', 'overall', 'training'])
    for (const id of [talk.agencyId, talk.partnerId]) {
      expect(await actionsOf(talk, id)).toContain('assessment.finalized')
    }
  })

  it('at the same moment by both sides is one first and one second signature', async () => {
    const talk = await reconciling({ database: engine.database })
    await settleAll(talk)
    const outcomes = await Promise.all([sign(talk, 'agency'), sign(talk, 'partner')])
    expect(outcomes.map((one) => one.status)).toEqual(['taken', 'taken'])
    expect(outcomes.flatMap((one) => ('number' in one ? [one.number] : [])).sort()).toEqual([1, null])
    expect(await listFrozenCopies(engine.database, talk.assessmentId)).toHaveLength(1)
  })

  it('twice at the same moment for the second side freezes once, and tells the other', async () => {
    const talk = await reconciling({ database: engine.database })
    await settleAll(talk)
    await sign(talk, 'partner')
    const outcomes = await Promise.all([sign(talk, 'agency'), sign(talk, 'agency')])
    const told = outcomes.flatMap((one) => (one.status === 'refused' ? [one.reason] : []))
    expect(told).toEqual(['not-reconciling'])
    expect(await listFrozenCopies(engine.database, talk.assessmentId)).toHaveLength(1)
  })

  it('is refused with open differences, twice for a side, and for another scorecard', async () => {
    const talk = await reconciling({ database: engine.database })
    expect(await sign(talk, 'agency')).toEqual({ status: 'refused', reason: 'differences-open' })
    await settleAll(talk)
    const other = await talk.take({ kind: 'signed', side: 'agency', sha256: 'b'.repeat(64), seen: 0 })
    expect(other).toEqual({ status: 'refused', reason: 'other-scorecard' })
    await sign(talk, 'agency')
    expect(await sign(talk, 'agency')).toEqual({ status: 'refused', reason: 'signed-already' })
    expect((await talk.assessment()).stage).toBe('reconciling')
  })
})

describeEngines('reopen of what both signed', (engine) => {
  it('goes back to reconciling: what was agreed stays, the signatures don’t, the sides stay locked', async () => {
    const talk = await reconciling({ database: engine.database })
    await settleAll(talk)
    await sign(talk, 'agency')
    await sign(talk, 'partner')
    const { agencyId, assessmentId, people } = talk
    const by = people['agency coordinator']
    const at = talk.program.now()
    expect(await reopen(engine.database, { assessmentId, agencyId, reason: 'A mistake', by, at })).toBe(
      'reopened',
    )
    const { stage, sides, finalizedAt } = await talk.assessment()
    expect([stage, finalizedAt]).toEqual(['reconciling', null])
    expect([sides.agency?.submittedAt, sides.partner?.submittedAt]).toEqual([at, at])
    const { state, steps } = await talk.read()
    expect(steps.at(-1)).toMatchObject({ kind: 'reopened', reason: 'A mistake', side: 'agency' })
    expect(state.signatures).toEqual({})
    expect(state.agreed[item]).toMatchObject({ value: 3 })
    expect(await actionsOf(talk, talk.partnerId)).toContain('assessment.reopened')
    await sign(talk, 'agency')
    expect(await sign(talk, 'partner')).toMatchObject({ number: 2 })
    const copies = await listFrozenCopies(engine.database, assessmentId)
    expect(copies.map(({ number, reopenReason }) => [number, reopenReason])).toEqual([
      [2, null],
      [1, 'A mistake'],
    ])
  })
})

describeEngines('goAlone', (engine) => {
  it('opens the agency’s side again, once, and is told in both logs', async () => {
    const talk = await reconciling({ database: engine.database })
    const assessment = await talk.assessment()
    const by = talk.people['agency coordinator']
    const at = talk.program.now()
    const going = { assessment, reason: 'released', by, at } as const
    const outcomes = await Promise.all([goAlone(engine.database, going), goAlone(engine.database, going)])
    expect(outcomes.sort()).toEqual(['alone', 'stale'])
    expect(await talk.assessment()).toMatchObject({
      ...{ stage: 'answering', alone: true, aloneReason: 'released', aloneSince: at },
      sides: { agency: { submittedAt: null }, partner: { submittedAt: at } },
    })
    for (const id of [talk.agencyId, talk.partnerId]) {
      expect(await actionsOf(talk, id)).toContain('assessment.went-alone')
    }
    const late = await talk.take({ kind: 'commented', side: 'agency', item, text: 'Hello?', seen: 0 })
    expect(late).toEqual({ status: 'refused', reason: 'not-reconciling' })
  })

  it('beside a step at the same moment leaves no step after it', async () => {
    const talk = await reconciling({ database: engine.database })
    const by = talk.people['agency coordinator']
    const assessment = await talk.assessment()
    const going = { assessment, reason: 'released', by, at: talk.program.now() } as const
    const comment = { kind: 'commented', side: 'partner', item, text: 'Hello.', seen: 0 } as const
    const [alone, step] = await Promise.all([goAlone(engine.database, going), talk.take(comment)])
    expect(alone).toBe('alone')
    expect(['taken', 'refused']).toContain(step.status)
    expect((await talk.read()).steps).toHaveLength(step.status === 'taken' ? 1 : 0)
  })

  it.each(['overdue', 'partnership-ended'] as const)(
    'is refused as %s when that isn’t so',
    async (reason) => {
      const talk = await reconciling({ database: engine.database, submitted: ['agency'] })
      const { people, program } = talk
      const at = new Date(program.now().getTime() + 30 * 86_400_000 - 1)
      const going = { assessment: await talk.assessment(), reason, by: people['agency coordinator'], at }
      expect(await goAlone(engine.database, going)).toBe('not-true')
      expect((await talk.assessment()).alone).toBe(false)
    },
  )

  it('is let as overdue 30 days after the agency submitted', async () => {
    const talk = await reconciling({ database: engine.database, submitted: ['agency'] })
    const at = new Date(talk.program.now().getTime() + 30 * 86_400_000)
    const by = talk.people['agency coordinator']
    expect(
      await goAlone(engine.database, { assessment: await talk.assessment(), reason: 'overdue', by, at }),
    ).toBe('alone')
  })
})
