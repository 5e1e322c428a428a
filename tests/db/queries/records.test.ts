import { expect, it } from 'vitest'
import { readFrozen } from '#assessments/frozen-copy.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import { latestFrozenCopy, readFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { listRedactions, redactText, type Redaction } from '#db/queries/redact-text.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { addAnswering, addOrganization, minute, save } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { makeFinal, reopenIt } from '#tests/support/final-builders.ts'

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
