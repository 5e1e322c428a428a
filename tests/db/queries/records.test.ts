import { expect, it } from 'vitest'
import { readFrozen } from '#assessments/frozen-copy.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import { latestFrozenCopy, readFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { listRedactions, redactText, type Redaction } from '#db/queries/redact-text.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { submitSide } from '#db/queries/submit-side.server.ts'
import { addAnswering, addOrganization, addPerson, minute, save } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { makeFinal, reopenIt } from '#tests/support/final-builders.ts'
import { addPartnership, addPartnerSide, goAlone } from '#tests/support/partner-side.ts'

const itemId = 'a.one'
const secret = 'Jo Doe, born 1 May'

describeEngines('redactText', (engine) => {
  /** An item whose note held the secret, was frozen twice with it, and then was changed. */
  const addSecret = async () => {
    const { database } = engine
    const added = await addAnswering(database)
    const { assessmentId, agencyId, ann, bob } = added
    await save(database, assessmentId, bob, { itemId, response: { value: 3, note: secret } })
    await save(database, assessmentId, bob, { itemId: 'a.two', response: { value: 2, note: 'Fine' } })
    await makeFinal(database, assessmentId, ann)
    await reopenIt(database, assessmentId, agencyId, ann)
    const redaction: Redaction = {
      assessmentId,
      organizationId: agencyId,
      side: 'agency',
      itemId,
      field: 'note',
      reason: 'Names a person',
      by: ann,
      at: minute(50),
    }
    return { ...added, redaction }
  }

  it('takes the text out of the response, its history and its frozen copies, and nothing else', async () => {
    const { database } = engine
    const { assessmentId, ann, redaction } = await addSecret()
    const before = await readFrozenCopy(database, assessmentId, 1)
    expect(await redactText(database, redaction)).toBe('redacted')

    const response = { value: 3, note: '[redacted]' }
    const responses = await readResponses(database, assessmentId, 'agency')
    expect(responses.get(itemId)).toMatchObject({ response, revision: 2, updatedByName: 'Bob' })
    expect(responses.get('a.two')?.response).toEqual({ value: 2, note: 'Fine' })
    expect(await responseHistory(database, assessmentId, 'agency', itemId)).toMatchObject([
      { revision: 2, before: response, after: response, savedBy: ann },
      { revision: 1, before: null, after: response },
    ])
    const copy = await readFrozenCopy(database, assessmentId, 1)
    if (!copy || !before) throw new Error('the copy is gone')
    expect(readFrozen(copy.document).responses.agency).toEqual({
      [itemId]: response,
      'a.two': { value: 2, note: 'Fine' },
    })
    expect(copy.sha256).toBe(sha256(copy.document))
    expect(copy).toEqual({ ...before, document: copy.document, sha256: copy.sha256 })
    expect(await listRedactions(database, assessmentId)).toMatchObject([
      {
        itemId,
        field: 'note',
        reason: 'Names a person',
        redactedBy: ann,
        copies: [{ number: 1, before: before.sha256, after: copy.sha256 }],
      },
    ])
    const exported = await exportOrganization(database, redaction.organizationId)
    expect(JSON.stringify(exported)).not.toContain('Jo Doe')
    const [latest] = await listActivities(database, redaction.organizationId, { limit: 1 })
    expect(latest?.action).toBe('text.redacted')
  })

  it('does nothing where there is no such text, or no more', async () => {
    const { database } = engine
    const { assessmentId, redaction } = await addSecret()
    expect(await redactText(database, { ...redaction, field: 'evidence' })).toBe('nothing-there')
    expect(await redactText(database, { ...redaction, field: 'value' })).toBe('nothing-there')
    expect(await redactText(database, { ...redaction, itemId: 'a.none' })).toBe('nothing-there')
    expect(await redactText(database, { ...redaction, side: 'partner' })).toBe('nothing-there')
    await redactText(database, redaction)
    expect(await redactText(database, redaction)).toBe('nothing-there')
    expect(await listRedactions(database, assessmentId)).toHaveLength(1)
  })

  it('finds text that the response no longer has, in history and frozen copies', async () => {
    const { database } = engine
    const { assessmentId, bob, redaction } = await addSecret()
    await save(database, assessmentId, bob, { itemId, response: { value: 3 }, base: 1 })
    expect(await redactText(database, redaction)).toBe('redacted')
    expect((await readResponses(database, assessmentId, 'agency')).get(itemId)).toMatchObject({ revision: 2 })
    expect(JSON.stringify(await responseHistory(database, assessmentId, 'agency', itemId))).not.toContain(
      'Jo',
    )
    expect((await latestFrozenCopy(database, assessmentId))?.document).not.toContain('Jo')
  })

  it('redacts reasons, links and typed answers too', async () => {
    const { database } = engine
    const { assessmentId, bob, redaction } = await addSecret()
    await save(database, assessmentId, bob, { itemId: 'b.text', response: { value: secret } })
    await save(database, assessmentId, bob, { itemId: 'b.why', response: { notApplicable: secret } })
    const evidence = ['https://example.org/jo', 'https://example.org/doe']
    await save(database, assessmentId, bob, { itemId: 'b.links', response: { evidence } })
    await redactText(database, { ...redaction, itemId: 'b.text', field: 'value' })
    await redactText(database, { ...redaction, itemId: 'b.why', field: 'notApplicable' })
    await redactText(database, { ...redaction, itemId: 'b.links', field: 'evidence' })
    const responses = await readResponses(database, assessmentId, 'agency')
    expect(responses.get('b.text')?.response).toEqual({ value: '[redacted]' })
    expect(responses.get('b.why')?.response).toEqual({ notApplicable: '[redacted]' })
    expect(responses.get('b.links')?.response).toEqual({ evidence: ['[redacted]'] })
  })

  it('takes it out of what was answered before and is shown beside the question, in the history too', async () => {
    const { database } = engine
    const { assessmentId, bob, redaction } = await addSecret()
    const given = { at: minute(1).toISOString(), person: bob }
    const before = { value: secret, note: secret, evidence: ['https://example.org/jo'] }
    const earlier = [
      { item: 'c.text', version: '0.9.0', response: before, ...given },
      { item: 'c.choice', version: '0.9.0', response: { value: 'first', notApplicable: secret }, ...given },
    ]
    const carried = { assessment: 'last', ...given, earlier }
    await save(database, assessmentId, bob, { itemId: 'c.asked', response: { note: secret, carried } })
    await save(database, assessmentId, bob, { itemId: 'c.asked', response: { value: 'second' }, base: 1 })
    const asked = { ...redaction, itemId: 'c.asked' }
    const typed = { own: false, earlier: ({ item }: { item: string }) => item === 'c.text' }
    for (const field of ['value', 'note', 'notApplicable', 'evidence'] as const) {
      expect(await redactText(database, { ...asked, field, typed })).toBe('redacted')
    }
    const all = await responseHistory(database, assessmentId, 'agency', 'c.asked')
    expect(JSON.stringify(all)).not.toMatch(/Jo Doe|example\.org/)
    expect(all.at(-1)?.after.carried?.earlier).toMatchObject([
      { response: { value: '[redacted]', note: '[redacted]', evidence: ['[redacted]'] } },
      { response: { value: 'first', notApplicable: '[redacted]' } },
    ])
    expect((await readResponses(database, assessmentId, 'agency')).get('c.asked')?.response).toEqual({
      value: 'second',
    })
    expect(await redactText(database, { ...asked, field: 'value', typed })).toBe('nothing-there')
  })

  it('lets no page that still shows the text save it again unnoticed, nor a copy be frozen with it', async () => {
    const { database } = engine
    const { assessmentId, ann, bob, redaction } = await addSecret()
    const [, saved, final] = await Promise.all([
      redactText(database, redaction),
      save(database, assessmentId, bob, { itemId, response: { value: 4, note: secret }, base: 1 }),
      makeFinal(database, assessmentId, ann),
    ])
    // A save or a copy that came before the redaction was redacted; one that came after was refused.
    if (saved.status === 'saved') await redactText(database, redaction)
    if (final.status === 'final')
      expect((await latestFrozenCopy(database, assessmentId))?.document).not.toContain('Jo')
    expect(JSON.stringify(await exportOrganization(database, redaction.organizationId))).not.toContain(
      'Jo Doe',
    )
  })
})

describeEngines('exportOrganization', (engine) => {
  it('holds where answers were carried from, and what was answered before', async () => {
    const { database } = engine
    const { assessmentId, agencyId, bob } = await addAnswering(database)
    const eve = await addPerson(database, 'Eve')
    const given = { at: minute(1).toISOString(), person: eve }
    const earlier = [{ item: 'a.old', version: '0.9.0', response: { value: 4, note: 'Then.' }, ...given }]
    const carried = { assessment: 'last', ...given, earlier }
    await save(database, assessmentId, bob, { itemId, response: { carried } })
    const records = await exportOrganization(database, agencyId)
    expect(records?.assessments).toMatchObject([
      { responses: [{ itemId, carried }], history: [{ itemId, after: { carried } }] },
    ])
    expect(records?.people).toContainEqual({ id: eve, name: 'Eve' })
  })

  it('gives all of an organization’s records, and nothing of another’s', async () => {
    const { database } = engine
    const { assessmentId, agencyId, ann, bob } = await addAnswering(database)
    await save(database, assessmentId, bob, { itemId, response: { value: 3, note: 'Ours' } })
    await makeFinal(database, assessmentId, ann)
    const other = await addOrganization(database, bob, { name: 'Another' })
    const records = await exportOrganization(database, agencyId)
    expect(records).toMatchObject({
      organization: { id: agencyId, name: 'Fairview Police Department' },
      members: [
        { personId: ann, name: 'Ann', role: 'coordinator' },
        { personId: bob, name: 'Bob', role: 'contributor' },
      ],
      people: [
        { id: ann, name: 'Ann' },
        { id: bob, name: 'Bob' },
      ],
      assessments: [
        {
          id: assessmentId,
          sides: [{ side: 'agency', submittedBy: ann }],
          responses: [{ itemId, value: 3, note: 'Ours' }],
          history: [{ itemId, before: null, after: { value: 3, note: 'Ours' } }],
          frozenCopies: [{ number: 1 }],
          scores: [{ scope: 'overall' }],
          changes: [],
          redactions: [],
        },
      ],
    })
    expect(records?.log.map(({ action }) => action).sort()).toEqual([
      'assessment.finalized',
      'assessment.started',
      'organization.created',
    ])
    const json = JSON.stringify(records)
    expect(json).not.toContain('Another')
    expect(json).not.toContain('@example.org')
    expect(await exportOrganization(database, other)).toMatchObject({ assessments: [] })
    expect(await exportOrganization(database, 'none')).toBeUndefined()
  })
})

describeEngines('exportOrganization of two sides', (engine) => {
  /** Both sides have answered the same item, the partner's a copy of what it said of another agency. */
  const addBothAnswered = async () => {
    const { database } = engine
    const { assessmentId, agencyId, ann, bob } = await addAnswering(database)
    const pia = await addPerson(database, 'Pia')
    const partnerId = await addOrganization(database, pia, { name: 'Riverside Care', kind: 'partner' })
    const partnershipId = await addPartnership(database, { agencyId, partnerId, proposedBy: ann })
    await addPartnerSide(database, assessmentId, partnershipId)
    await save(database, assessmentId, bob, { itemId, response: { value: 3, note: 'Ours' } })
    const carried = { assessment: 'elsewhere', at: minute(1).toISOString(), person: pia }
    const key = { assessmentId, side: 'partner', personId: pia, baseRevision: 0, at: minute(3) } as const
    const theirs = { value: 1, note: 'Theirs' }
    await saveResponse(database, { ...key, itemId, response: theirs, saveId: 'p-1' })
    await saveResponse(database, { ...key, itemId: 'a.two', response: { value: 5, carried }, saveId: 'p-2' })
    const submit = async (side: 'agency' | 'partner', sideRevision: number) =>
      submitSide(database, { assessmentId, side, by: pia, at: minute(6), sideRevision })
    const text = async (organizationId: string) =>
      JSON.stringify(await exportOrganization(database, organizationId))
    const one = async (organizationId: string) =>
      (await exportOrganization(database, organizationId))?.assessments[0]
    return { assessmentId, agencyId, partnerId, submit, text, one }
  }

  it('holds nothing of the other side while they answer, but that it is there', async () => {
    const { agencyId, partnerId, submit, text, one } = await addBothAnswered()
    await submit('partner', 2)
    expect(await one(agencyId)).toMatchObject({
      side: 'agency',
      sides: [{ side: 'agency', revision: 1 }],
      responses: [{ side: 'agency', note: 'Ours' }],
      otherResponses: null,
    })
    expect(await text(agencyId)).not.toContain('Theirs')
    expect(await one(partnerId)).toMatchObject({
      side: 'partner',
      sides: [{ side: 'partner' }],
      responses: [{ note: 'Theirs' }, { itemId: 'a.two' }],
      history: [{ side: 'partner' }, { side: 'partner' }],
      otherResponses: null,
    })
    expect(await text(partnerId)).not.toContain('Ours')
    expect((await one(agencyId))?.revision).toBeUndefined()
  })

  it('holds what the other side submitted once both have, without who, when and where from', async () => {
    const { agencyId, partnerId, submit, text, one } = await addBothAnswered()
    await submit('partner', 2)
    await submit('agency', 1)
    expect((await one(agencyId))?.otherResponses).toEqual({
      [itemId]: { value: 1, note: 'Theirs' },
      'a.two': {},
    })
    expect((await one(partnerId))?.otherResponses).toEqual({ [itemId]: { value: 3, note: 'Ours' } })
    expect(await text(agencyId)).not.toContain('elsewhere')
    expect((await one(agencyId))?.history).toMatchObject([{ side: 'agency' }])
  })

  it('gives the partner its own answers alone where the agency went on without it', async () => {
    const { assessmentId, partnerId, submit, text, one } = await addBothAnswered()
    await submit('partner', 2)
    await submit('agency', 1)
    await goAlone(engine.database, assessmentId)
    expect(await one(partnerId)).toMatchObject({ otherResponses: null, frozenCopies: [], scores: [] })
    expect(await text(partnerId)).toContain('Theirs')
    expect(await text(partnerId)).not.toContain('Ours')
  })
})

describeEngines('redactText on two sides', (engine) => {
  it('takes out the text of that side alone, and says so in its organization’s log', async () => {
    const { database } = engine
    const { assessmentId, agencyId, ann, bob } = await addAnswering(database)
    const pia = await addPerson(database, 'Pia')
    const partnerId = await addOrganization(database, pia, { name: 'Riverside Care', kind: 'partner' })
    await addPartnerSide(
      database,
      assessmentId,
      await addPartnership(database, { agencyId, partnerId, proposedBy: ann }),
    )
    const response = { value: 3, note: secret }
    await save(database, assessmentId, bob, { itemId, response })
    const key = { assessmentId, side: 'partner', itemId, personId: pia, baseRevision: 0 } as const
    await saveResponse(database, { ...key, response, saveId: 'p-1', at: minute(3) })
    const redaction = { assessmentId, side: 'partner', organizationId: partnerId, itemId } as const
    const why = { field: 'note', reason: 'Names a person', by: pia, at: minute(50) } as const
    expect(await redactText(database, { ...redaction, ...why })).toBe('redacted')
    const noteOf = async (side: 'agency' | 'partner') =>
      (await readResponses(database, assessmentId, side)).get(itemId)?.response.note
    expect([await noteOf('agency'), await noteOf('partner')]).toEqual([secret, '[redacted]'])
    const actions = async (id: string) =>
      (await listActivities(database, id, { limit: 9 })).map(({ action }) => action)
    expect(await actions(partnerId)).toContain('text.redacted')
    expect(await actions(agencyId)).not.toContain('text.redacted')
    expect(JSON.stringify(await exportOrganization(database, agencyId))).not.toContain('Names a person')
  })
})
