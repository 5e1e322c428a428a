import { expect, it } from 'vitest'
import { readFrozen, rescore } from '#assessments/frozen-copy.ts'
import { replay } from '#assessments/replay.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import { listFrozenCopies, readFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { redactStepText } from '#db/queries/redact-step.server.ts'
import { listRedactions } from '#db/queries/redact-text.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import type { RedactedStepField } from '#db/words.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { reconciling, sign, talkedOf, type Reconciling } from '#tests/support/reconciling.ts'
import { writingAfter } from '#tests/support/writing-after.ts'

const item = 'leadership.workgroup'
const secret = 'Jo Doe, born 1 May'
const cleared = '[redacted]'

/** Everything settled, each text of each kind holding the secret and what it is: steps 1 to 5. */
async function talkWithSecrets(database: Database): Promise<Reconciling> {
  const talk = await reconciling({ database })
  const text = (what: string) => `${secret} (${what})`
  const proposal = { notApplicable: text('reason') }
  await talk.take({ kind: 'commented', side: 'agency', item, text: text('comment'), seen: 0 })
  await talk.take({ kind: 'proposed', side: 'agency', item, proposal, note: text('proposal'), seen: 0 })
  await talk.take({
    ...{ kind: 'accepted', side: 'partner', item, refersTo: 2, note: text('acceptance'), seen: 0 },
  })
  const other = 'training.basic'
  await talk.take({
    ...{ kind: 'proposed', side: 'agency', item: other, proposal: { value: 2 }, note: null, seen: 0 },
  })
  await talk.take({ kind: 'accepted', side: 'partner', item: other, refersTo: 4, note: null, seen: 0 })
  return talk
}

const redact = (
  { assessmentId, agencyId, partnerId, people, program }: Reconciling,
  revision: number,
  field: RedactedStepField,
  side: 'agency' | 'partner' = 'agency',
  over = program.database,
) =>
  redactStepText(over, {
    ...{ assessmentId, side, revision, field, reason: 'Names a person' },
    organizationId: side === 'agency' ? agencyId : partnerId,
    by: people[`${side} coordinator`],
    at: program.now(),
  })

const bothSign = async (talk: Reconciling) => {
  await sign(talk, 'agency')
  return sign(talk, 'partner')
}

async function reopenIt({ program, assessmentId, agencyId, people }: Reconciling) {
  const by = people['agency coordinator']
  const reopening = { assessmentId, agencyId, reason: `${secret} (reopening)`, by, at: program.now() }
  expect(await reopen(program.database, reopening)).toBe('reopened')
}

/** What `pmhc verify` asks of a copy. */
async function expectSound(talk: Reconciling, number: number) {
  const copy = await readFrozenCopy(talk.program.database, talk.assessmentId, number)
  if (!copy) throw new Error('there is no such copy')
  const document = readFrozen(copy.document)
  expect(copy.sha256).toBe(sha256(copy.document))
  expect(copy.scorecardSha256).toBe(sha256(copy.scorecard))
  expect(rescore(document, talkedOf())).toEqual({ status: 'same' })
  const { steps } = await talk.read()
  const { scorecardSha256 } = copy
  expect(replay({ document, questionnaire: talkedOf(), steps, scorecardSha256 })).toBeNull()
  return copy
}

describeEngines('redactStepText', (engine) => {
  it('takes a text out of its step, while the sides reconcile', async () => {
    const talk = await talkWithSecrets(engine.database)
    expect(await redact(talk, 1, 'comment')).toBe('redacted')
    const { steps } = await talk.read()
    expect(steps.map((step) => JSON.stringify(step).includes(secret))).toEqual([
      ...[false, true, true, false, false],
    ])
    expect(steps[0]).toMatchObject({ kind: 'commented', text: cleared, revision: 1 })
    expect((await talk.assessment()).revision).toBe(3)
    expect(await bothSign(talk)).toMatchObject({ number: 1 })
  })

  it('takes every text out of the steps and of the copies that took it over; scores and signatures stay', async () => {
    const talk = await talkWithSecrets(engine.database)
    const { database } = engine
    await bothSign(talk)
    await reopenIt(talk)
    await bothSign(talk)
    const before = [await expectSound(talk, 1), await expectSound(talk, 2)]
    expect(before.every(({ document }) => document.includes(secret))).toBe(true)
    expect(await redact(talk, 2, 'proposal-note')).toBe('redacted')
    expect(await redact(talk, 3, 'acceptance-note', 'partner')).toBe('redacted')
    const [half] = [await expectSound(talk, 1)]
    expect(readFrozen(half.document).agreed?.[item]).toEqual({
      notApplicable: `${secret} (reason)`,
      note: `${cleared}\n\n${cleared}`,
    })
    for (const [revision, field] of [
      [1, 'comment'],
      [2, 'proposal-reason'],
      [8, 'reopening-reason'],
    ] as const) {
      expect(await redact(talk, revision, field)).toBe('redacted')
    }
    const after = [await expectSound(talk, 1), await expectSound(talk, 2)]
    expect(after.map(({ scorecard, scorecardSha256 }) => [scorecard, scorecardSha256])).toEqual(
      before.map(({ scorecard, scorecardSha256 }) => [scorecard, scorecardSha256]),
    )
    expect(readFrozen(after[0]?.document ?? '').signatures).toEqual(
      readFrozen(before[0]?.document ?? '').signatures,
    )
    const copies = await listFrozenCopies(database, talk.assessmentId)
    expect(copies.map(({ reopenReason }) => reopenReason)).toEqual([null, cleared])
    for (const organizationId of [talk.agencyId, talk.partnerId]) {
      expect(JSON.stringify(await exportOrganization(database, organizationId))).not.toContain(secret)
    }
  })

  it('keeps what was redacted and why, and logs it for the organization of that side alone', async () => {
    const talk = await talkWithSecrets(engine.database)
    await bothSign(talk)
    const before = await expectSound(talk, 1)
    await redact(talk, 3, 'acceptance-note', 'partner')
    const after = await expectSound(talk, 1)
    expect(await listRedactions(engine.database, talk.assessmentId)).toMatchObject([
      {
        ...{ side: 'partner', itemId: item, field: 'acceptance-note', reason: 'Names a person' },
        copies: [{ number: 1, before: before.sha256, after: after.sha256 }],
      },
    ])
    const logged = async (organizationId: string) =>
      (await listActivities(engine.database, organizationId, { limit: 50 }))
        .map(({ action }) => action)
        .includes('text.redacted')
    expect([await logged(talk.partnerId), await logged(talk.agencyId)]).toEqual([true, false])
  })

  it('leaves a copy alone whose agreed response came from other steps', async () => {
    const talk = await talkWithSecrets(engine.database)
    await bothSign(talk)
    await reopenIt(talk)
    await talk.take({
      ...{ kind: 'proposed', side: 'agency', item, proposal: { value: 2 }, note: 'Anew.', seen: 3 },
    })
    await talk.take({ kind: 'accepted', side: 'partner', item, refersTo: 9, note: null, seen: 0 })
    await bothSign(talk)
    const second = await expectSound(talk, 2)
    await redact(talk, 2, 'proposal-note')
    expect((await expectSound(talk, 1)).document).toContain(cleared)
    expect(await expectSound(talk, 2)).toEqual(second)
    await redact(talk, 9, 'proposal-note')
    expect(readFrozen((await expectSound(talk, 2)).document).agreed?.[item]).toEqual({
      ...{ value: 2, note: cleared },
    })
  })

  it('does nothing where that side has no such text, or no more', async () => {
    const talk = await talkWithSecrets(engine.database)
    const { revision } = await talk.assessment()
    for (const [of, field, side] of [
      [1, 'comment', 'partner'],
      [3, 'acceptance-note', 'agency'],
      [1, 'proposal-note', 'agency'],
      [4, 'proposal-note', 'agency'],
      [4, 'proposal-reason', 'agency'],
      [5, 'acceptance-note', 'partner'],
      [77, 'comment', 'agency'],
    ] as const) {
      expect(await redact(talk, of, field, side)).toBe('nothing-there')
    }
    expect((await talk.assessment()).revision).toBe(revision)
    await redact(talk, 1, 'comment')
    expect(await redact(talk, 1, 'comment')).toBe('nothing-there')
    expect(await listRedactions(engine.database, talk.assessmentId)).toHaveLength(1)
  })

  it('beside the second signature, whichever comes first, leaves the text in no copy', async () => {
    const first = await talkWithSecrets(engine.database)
    await sign(first, 'agency')
    const { scorecardSha256 } = await first.read()
    const over = writingAfter(engine.database, () => redact(first, 2, 'proposal-note'))
    const signed = { kind: 'signed', side: 'partner', sha256: scorecardSha256, seen: 0 } as const
    expect(await first.take(signed, { over })).toMatchObject({ number: 1 })
    expect((await expectSound(first, 1)).document).not.toContain('(proposal)')

    const second = await talkWithSecrets(engine.database)
    await sign(second, 'agency')
    const signing = writingAfter(engine.database, () => sign(second, 'partner'))
    expect(await redact(second, 2, 'proposal-note', 'agency', signing)).toBe('redacted')
    expect((await expectSound(second, 1)).document).not.toContain('(proposal)')
  })
})
