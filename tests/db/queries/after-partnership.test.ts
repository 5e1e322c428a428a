import { expect, it } from 'vitest'
import type { AttemptedStep } from '#assessments/reconciliation-rules.ts'
import { listFrozenCopies } from '#db/queries/frozen-copies.server.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { endPartnership as end } from '#tests/support/partner-side.ts'
import { reconciling, settleAll, sign, type Reconciling } from '#tests/support/reconciling.ts'
import { writingAfter } from '#tests/support/writing-after.ts'

const item = 'leadership.workgroup'
const ended = { status: 'refused', reason: 'partnership-ended' }

async function endPartnership({ program, assessment }: Reconciling) {
  await end(program.database, (await assessment()).partnershipId ?? '')
}

/** The agency proposes a level; answers the proposal's revision. */
async function propose({ take }: Reconciling) {
  const outcome = await take({
    ...{ kind: 'proposed', side: 'agency', item, proposal: { value: 3 }, note: null, seen: 0 },
  })
  if (outcome.status !== 'taken') throw new Error(JSON.stringify(outcome))
  return outcome.revision
}

describeEngines('takeStep once the partnership has ended', (engine) => {
  const whatWasPossible = (revision: number): AttemptedStep[] => [
    { kind: 'proposed', side: 'partner', item, proposal: { value: 2 }, note: null, seen: revision },
    { kind: 'accepted', side: 'partner', item, refersTo: revision, note: 'Why.', seen: revision },
    { kind: 'withdrawn', side: 'agency', item, refersTo: revision, seen: revision },
    { kind: 'commented', side: 'agency', item, text: 'Hello.', seen: 0 },
    { kind: 'commented', side: 'partner', item, text: 'Hello.', seen: 0 },
  ]

  it('refuses every step of either side once the partnership has ended, and changes nothing', async () => {
    const talk = await reconciling({ database: engine.database })
    const revision = await propose(talk)
    await endPartnership(talk)
    for (const step of whatWasPossible(revision)) expect(await talk.take(step)).toEqual(ended)
    expect((await talk.read()).steps).toHaveLength(1)
  })

  it.each([0, 1, 2, 3, 4])('refuses step %i where the partnership ends in between', async (which) => {
    const talk = await reconciling({ database: engine.database })
    const revision = await propose(talk)
    const step = whatWasPossible(revision)[which]
    const over = writingAfter(engine.database, () => endPartnership(talk))
    expect(step && (await talk.take(step, { over }))).toEqual(ended)
    expect((await talk.read()).steps).toHaveLength(1)
  })

  it.each(['agency', 'partner'] as const)(
    'refuses the second signature, the one of the %s, before or in between',
    async (side) => {
      const talk = await reconciling({ database: engine.database })
      await settleAll(talk)
      await sign(talk, side === 'agency' ? 'partner' : 'agency')
      const { scorecardSha256: sha256, steps } = await talk.read()
      const signing = { kind: 'signed', side, sha256, seen: 0 } as const
      const over = writingAfter(engine.database, () => endPartnership(talk))
      expect(await talk.take(signing, { over })).toEqual(ended)
      expect(await talk.take(signing)).toEqual(ended)
      expect((await talk.read()).steps).toEqual(steps)
      expect((await talk.assessment()).stage).toBe('reconciling')
      expect(await listFrozenCopies(engine.database, talk.assessmentId)).toEqual([])
    },
  )
})
