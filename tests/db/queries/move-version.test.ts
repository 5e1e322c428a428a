import { expect, it } from 'vitest'
import { listActivities } from '#db/queries/activities.server.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import { undoMove } from '#db/queries/move-version.server.ts'
import { findStoredVersion } from '#db/queries/questionnaire-versions.server.ts'
import { redactText } from '#db/queries/redact-text.server.ts'
import { expireAssessment } from '#db/queries/retention.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { submitSide } from '#db/queries/submit-side.server.ts'
import { listVersionMoves } from '#db/queries/version-moves.server.ts'
import { addAnswering, minute } from '#tests/support/database-builders.ts'
import { fill, movingSides } from '#tests/support/moving-sides.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { makeFinal, reopenIt } from '#tests/support/final-builders.ts'
import { newerVersion, olderVersion } from '#tests/support/two-versions.ts'
import { writingAfter } from '#tests/support/writing-after.ts'

const newer = newerVersion()
const lineage = [newer, olderVersion()]

describeEngines('moving an assessment to another version', (engine) => {
  const addBoth = () => movingSides(engine.database)

  it('takes both sides along: what stands stays, the rest is beside its question, and history tells all', async () => {
    const both = await addBoth()
    await fill(both)
    const { database, ann, bob, assessmentId, agencyId, partnerId, find, answers, history } = both
    const before = await find()
    expect(await both.move()).toMatchObject({ status: 'moved', move: { number: 1 } })
    const after = await find()
    expect([after.version, after.revision]).toEqual(['1.1.0', before.revision + 1])
    for (const side of ['agency', 'partner'] as const) {
      expect(await answers(side)).toMatchObject({
        'care.worded': { value: 4 },
        'care.old-name': { value: 3 },
        'care.new-name': { value: 3, note: 'Since May.' },
        'care.other': {
          carried: { earlier: [{ item: 'care.other', version: '1.0.0', response: { value: 5 } }] },
        },
        'people.gone': { value: 2 },
      })
      const { revision, moves } = after.sides[side] ?? {}
      expect([revision, moves]).toEqual([(before.sides[side]?.revision ?? 0) + 1, 1])
    }
    expect(await history('agency', 'care.other')).toMatchObject([
      { revision: 2, before: { value: 5 }, savedBy: ann, savedAt: minute(11) },
      { revision: 1, after: { value: 5 }, savedBy: bob },
    ])
    // What stands under another id is still Bob's answer.
    const stored = await readResponses(database, assessmentId, 'agency')
    expect(stored.get('care.new-name')).toMatchObject({ updatedBy: bob, updatedAt: minute(4), revision: 1 })
    expect(await listVersionMoves(database, assessmentId)).toMatchObject([
      {
        ...{ number: 1, fromVersion: '1.0.0', toVersion: '1.1.0', movedBy: ann, undoneAt: null },
        agencyRevision: after.sides.agency?.revision,
        partnerRevision: after.sides.partner?.revision,
      },
    ])
    expect(await findStoredVersion(database, { slug: 'sketch', version: '1.1.0' })).toBeDefined()
    for (const organizationId of [agencyId, partnerId]) {
      const [latest] = await listActivities(database, organizationId, { limit: 1 })
      expect(latest).toMatchObject({ action: 'assessment.version-moved', subject: '1.1.0' })
    }
  })

  it('gives back exactly what was there, once, and can be moved again', async () => {
    const both = await addBoth()
    await fill(both)
    const [agency, partner] = [await both.answers('agency'), await both.answers('partner')]
    await both.move()
    expect(await both.undo()).toMatchObject({ status: 'undone' })
    expect(await both.find()).toMatchObject({ version: '1.0.0', sides: { agency: { moves: 2 } } })
    expect(await both.answers('agency')).toEqual({ ...agency, 'care.new-name': {} })
    expect(await both.answers('partner')).toEqual({ ...partner, 'care.new-name': {} })
    const stored = await readResponses(both.database, both.assessmentId, 'agency')
    expect(stored.get('care.other')).toMatchObject({ updatedBy: both.bob, revision: 3 })
    expect(await both.undo()).toEqual({ status: 'stale' })
    expect(await both.move()).toMatchObject({ status: 'moved', move: { number: 2 } })
  })

  it('is not taken back once the agency answered, and is although the partner did, whose answer is kept', async () => {
    const both = await addBoth()
    await fill(both)
    await both.move()
    expect(await both.save('partner', 'care.worded', { value: 1 }, 1, '1.1.0')).toMatchObject({
      status: 'saved',
    })
    await both.save('partner', 'care.new-name', { value: 2 }, 1)
    await both.save('partner', 'care.other', { value: 3 }, 2)
    await both.save('partner', 'people.new', { value: 4 })
    expect(await both.undo()).toMatchObject({ status: 'undone' })
    expect(await both.answers('partner')).toMatchObject({
      'care.worded': { value: 1 },
      'care.old-name': { value: 2 },
      'care.other': { value: 5, carried: { earlier: [{ version: '1.1.0', response: { value: 3 } }] } },
      'people.new': { value: 4 },
    })
    await both.move()
    expect((await both.answers('partner'))['people.new']).toEqual({ value: 4 })
    await both.save('agency', 'people.new', { value: 1 })
    expect(await both.undo()).toEqual({ status: 'stale' })
  })

  it('gives the partner back what it had, with a note that it typed beside what was asked anew', async () => {
    const both = await movingSides(engine.database)
    await fill(both)
    await both.move()
    await both.save('partner', 'care.other', { note: 'We wonder.' }, 2)
    await both.undo()
    expect((await both.answers('partner'))['care.other']).toEqual({ value: 5, note: 'We wonder.' })
  })

  it('refuses a save that was made for the other version, and knows one that was saved before', async () => {
    const { database, bob, assessmentId, save, move } = await addBoth()
    const key = { assessmentId, side: 'agency', itemId: 'care.other', personId: bob, at: minute(3) } as const
    const first = {
      ...key,
      response: { value: 2 },
      baseRevision: 0,
      saveId: 'the-very-save',
      version: '1.0.0',
    }
    await saveResponse(database, first)
    await move()
    expect(await save('agency', 'care.part', { value: 2 }, 0, '1.0.0')).toEqual({
      ...{ status: 'moved', version: '1.1.0' },
    })
    expect(await saveResponse(database, first)).toMatchObject({ status: 'repeated', revision: 1 })
  })

  it('refuses a save that was under way when it was moved, though it is the first of its item', async () => {
    const { database, bob, assessmentId, answers, move } = await addBoth()
    const key = { assessmentId, side: 'agency', itemId: 'care.other', personId: bob, at: minute(3) } as const
    const save = { ...key, response: { value: 2 }, baseRevision: 0, saveId: 'under-way', version: '1.0.0' }
    expect(
      await saveResponse(
        writingAfter(database, () => move()),
        save,
      ),
    ).toMatchObject({ status: 'moved' })
    expect(await answers('agency')).toEqual({})
  })

  it('waits for what the partner saves, and refuses where the agency’s own answers were not seen', async () => {
    const both = await addBoth()
    await fill(both)
    const partner = () => both.save('partner', 'care.left', { value: 2 })
    expect(await both.move(writingAfter(both.database, partner))).toMatchObject({ status: 'moved' })
    expect((await both.answers('partner'))['care.joined']).toMatchObject({ carried: {} })
    await both.undo()
    const own = () => both.save('agency', 'care.left', { value: 2 })
    expect(await both.move(writingAfter(both.database, own))).toEqual({ status: 'stale' })
    expect((await both.find()).version).toBe('1.0.0')
  })

  it('leaves text that is taken out nowhere: not beside a question, nor when it is moved back', async () => {
    const both = await addBoth()
    const { database, pia, assessmentId, partnerId } = both
    const note = 'Jo Doe, born 1 May'
    await both.save('partner', 'care.whole', { value: 2, note })
    await both.save('partner', 'care.left', { value: 2, note: 'Fine.' })
    await both.move()
    const redaction = {
      assessmentId,
      side: 'partner',
      organizationId: partnerId,
      itemId: 'care.whole',
    } as const
    const more = { field: 'note', reason: 'It names a person.', by: pia, at: minute(30) } as const
    expect(await redactText(database, { ...redaction, ...more })).toBe('redacted')
    const texts = async () =>
      JSON.stringify([
        await both.answers('partner'),
        ...(await Promise.all(['care.whole', 'care.part'].map((itemId) => both.history('partner', itemId)))),
      ])
    // What was copied along to the other part of the split is that part's own note, and is taken out there.
    expect(await redactText(database, { ...redaction, ...more, itemId: 'care.part' })).toBe('redacted')
    expect(await texts()).not.toContain('Jo Doe')
    await both.undo()
    expect(await both.answers('partner')).toMatchObject({
      'care.whole': { value: 2, note: '[redacted]' },
      'care.left': { value: 2, note: 'Fine.' },
    })
    expect(await texts()).not.toContain('Jo Doe')
  })

  it('expires with its moves', async () => {
    const both = await addBoth()
    const { database, agencyId, assessmentId } = both
    await both.move()
    const series = await listAssessments(database, agencyId)
    const [assessment] = series
    if (!assessment) throw new Error('it is gone')
    expect(await expireAssessment(database, { assessment, series, changes: [], at: minute(90) })).toBe(
      'expired',
    )
    expect(await listVersionMoves(database, assessmentId)).toEqual([])
  })

  it('stays where one side has submitted', async () => {
    const both = await addBoth()
    const { database, pia, assessmentId } = both
    await fill(both)
    const sideRevision = (await both.find()).sides.partner?.revision ?? 0
    await submitSide(database, { assessmentId, side: 'partner', by: pia, at: minute(5), sideRevision })
    expect(await both.move()).toEqual({ status: 'refused', reason: 'submitted' })
    expect((await both.find()).version).toBe('1.0.0')
  })

  it('stays where it was final before, and is revised', async () => {
    const { database } = engine
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    const inHere = { assessmentId, lineage, by: ann, at: minute(50) }
    await makeFinal(database, assessmentId, ann)
    expect(await undoMove(database, inHere)).toEqual({ status: 'refused', reason: 'not-answering' })
    await reopenIt(database, assessmentId, agencyId, ann)
    expect(await undoMove(database, inHere)).toEqual({ status: 'refused', reason: 'was-final' })
  })
})
