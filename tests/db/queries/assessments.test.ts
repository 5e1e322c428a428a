import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { assign, listAssignments, setPeople } from '#db/queries/assignments.server.ts'
import {
  findAssessment,
  findOpenAssessment,
  listAssessments,
  listContributors,
  startAssessment,
} from '#db/queries/assessments.server.ts'
import { findPlace, savePlace } from '#db/queries/places.server.ts'
import {
  findStoredVersion,
  listStoredVersions,
  listVersionUse,
  listWithdrawnVersions,
  offerAgain,
  storingVersion,
  withdrawVersion,
} from '#db/queries/questionnaire-versions.server.ts'
import { writeAll } from '#db/write-all.server.ts'
import {
  addAnswering,
  addAssessment,
  addMember,
  addOrganization,
  addPerson,
  minute,
  storedVersion,
} from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { makeFinal, reopenIt } from '#tests/support/final-builders.ts'

const name = { slug: 'sketch', version: '1.0.0' }
const change = { by: 'ann', at: minute(5) }

const keep = (database: Database, version: Parameters<typeof storingVersion>[1], at: Date) =>
  writeAll(database, [storingVersion(database, version, at)])

describeEngines('startAssessment', (engine) => {
  const start = (
    agencyId: string,
    more: { version?: string; contributors?: string[]; partnershipId?: string } = {},
  ) =>
    startAssessment(
      engine.database,
      {
        agencyId,
        ...name,
        asOf: '2025-03-01',
        startedBy: 'ann',
        contributors: [],
        partnershipId: null,
        ...more,
      },
      storedVersion,
      minute(1),
    )

  it('starts one with the agency’s side, its contributors, and the questionnaire kept', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const agencyId = await addOrganization(database, ann)
    const bob = await addMember(database, agencyId, 'Bob', 'contributor')
    const started = await start(agencyId, { contributors: [bob, ann, bob] })
    if (started.status !== 'started') throw new Error(started.status)
    expect(await findAssessment(database, started.id)).toEqual({
      id: started.id,
      agencyId,
      agencyName: 'Fairview Police Department',
      timeZone: 'America/New_York',
      ...name,
      asOf: '2025-03-01',
      stage: 'answering',
      revision: 0,
      startedAt: minute(1),
      startedBy: ann,
      finalizedAt: null,
      partnershipId: null,
      partnerId: null,
      partnerName: null,
      partnership: null,
      aloneSince: null,
      aloneReason: null,
      alone: false,
      sides: {
        agency: {
          assessmentId: started.id,
          side: 'agency',
          revision: 0,
          moves: 0,
          submittedAt: null,
          submittedBy: null,
        },
      },
    })
    expect(await listContributors(database, started.id, 'agency')).toEqual([
      { personId: ann, name: 'Ann' },
      { personId: bob, name: 'Bob' },
    ])
    expect(await findStoredVersion(database, name)).toMatchObject({
      ...storedVersion,
      firstUsedAt: minute(1),
    })
    expect(await findAssessment(database, 'none')).toBeUndefined()
  })

  it('starts one at a time of a questionnaire in an agency, also at the same moment', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const agencyId = await addOrganization(database, ann)
    const other = await addOrganization(database, ann, { name: 'Another' })
    const outcomes = await Promise.all([start(agencyId), start(agencyId), start(agencyId), start(other)])
    const open = await findOpenAssessment(database, agencyId, 'sketch')
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'one-is-open',
      'one-is-open',
      'started',
      'started',
    ])
    for (const outcome of outcomes.slice(0, 3)) expect(outcome).toMatchObject({ id: open?.id })
    expect(await listAssessments(database, agencyId)).toHaveLength(1)
  })

  it('starts nothing under a version that was withdrawn, or that differs from what was kept', async () => {
    const { database } = engine
    const ann = await addPerson(database, 'Ann')
    const agencyId = await addOrganization(database, ann)
    await keep(database, { ...name, ...storedVersion, sha256: 'another' }, minute(0))
    await expect(start(agencyId)).rejects.toThrow('sketch@1.0.0 differs from the one that the database keeps')
    await keep(database, { ...name, version: '2.0.0', ...storedVersion }, minute(0))
    await withdrawVersion(database, { ...name, version: '2.0.0', ...storedVersion }, minute(0))
    expect(await start(agencyId, { version: '2.0.0' })).toEqual({ status: 'version-withdrawn' })
    expect(await listAssessments(database, agencyId)).toEqual([])
  })
})

describeEngines('listAssessments', (engine) => {
  it('gives the latest as-of date first, with the latest overall score, also of one being revised', async () => {
    const { database } = engine
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    await makeFinal(database, assessmentId, ann)
    await reopenIt(database, assessmentId, agencyId, ann)
    await makeFinal(database, assessmentId, ann)
    const second = await addAssessment(database, agencyId, ann, '2025-09-01')
    await makeFinal(database, second, ann)
    await reopenIt(database, second, agencyId, ann)
    const other = await addOrganization(database, ann, { name: 'Another' })
    await addAssessment(database, other, ann)

    const listed = await listAssessments(database, agencyId)
    expect(
      listed.map(({ id, stage, latest }) => [id, stage, latest?.number, latest?.overall.displayed]),
    ).toEqual([
      [second, 'answering', 1, 50],
      [assessmentId, 'final', 2, 50],
    ])
    expect(listed[0]).toMatchObject({
      startedByName: 'Ann',
      latest: { finalizedAt: minute(30), reopenedAt: minute(40), overall: { score: 50, cappedBy: [] } },
    })
    expect(listed[1]).toMatchObject({ finalizedAt: minute(30), latest: { reopenedAt: null } })
    expect(await listAssessments(database, other)).toMatchObject([{ latest: null }])
  })
})

describeEngines('contributors, assignments and places', (engine) => {
  it('are kept together, with an entry in the log for each', async () => {
    const { database } = engine
    const { ann, bob, agencyId, assessmentId } = await addAnswering(database)
    const which = { assessmentId, side: 'agency', organizationId: agencyId } as const
    const set = (contributors: string[] | null, assignees: [string, string | null][]) =>
      setPeople(database, which, { contributors, assignees: new Map(assignees) }, change)
    expect(await set([ann, bob, bob], [['leadership', ann]])).toBe('saved')
    expect(await set(null, [['training', bob]])).toBe('saved')
    expect((await listContributors(database, assessmentId, 'agency')).map(({ name }) => name)).toEqual([
      'Ann',
      'Bob',
    ])
    const targets = async () =>
      (await listAssignments(database, assessmentId, 'agency')).map(({ target }) => target)
    expect(await targets()).toEqual(['leadership', 'training'])
    const log = await listActivities(database, agencyId, { limit: 3 })
    expect(log.map(({ action, subject }) => `${action} ${subject ?? ''}`).sort()).toEqual([
      'assessment.assigned leadership',
      'assessment.assigned training',
      'assessment.contributors-set ',
    ])

    await expect(set([], [['training', 'nobody']])).rejects.toThrow()
    expect(await listContributors(database, assessmentId, 'agency')).toHaveLength(2)
    expect(await set([], [['leadership', null]])).toBe('saved')
    expect([await listContributors(database, assessmentId, 'agency'), await targets()]).toEqual([
      [],
      ['training'],
    ])

    await makeFinal(database, assessmentId, ann)
    expect(await set([ann], [['leadership', ann]])).toBe('locked')
    expect([await listContributors(database, assessmentId, 'agency'), await targets()]).toEqual([
      [],
      ['training'],
    ])
  })

  it('are what was said last', async () => {
    const { database } = engine
    const { ann, bob, agencyId, assessmentId } = await addAnswering(database)
    const assignTo = (target: string, personId: string | null) =>
      assign(database, { assessmentId, side: 'agency', organizationId: agencyId, target }, personId, change)
    await assignTo('leadership', ann)
    await assignTo('leadership.workgroup', ann)
    await assignTo('leadership', bob)
    await assignTo('leadership.workgroup', null)
    expect(await listAssignments(database, assessmentId, 'agency')).toEqual([
      { target: 'leadership', personId: bob, personName: 'Bob', assignedAt: minute(5) },
    ])

    expect(await findPlace(database, bob, assessmentId)).toBeUndefined()
    const place = {
      personId: bob,
      assessmentId,
      domainId: 'leadership',
      itemId: 'leadership.workgroup',
      at: minute(5),
    }
    await savePlace(database, place)
    await savePlace(database, { ...place, itemId: null, at: minute(6) })
    expect(await findPlace(database, bob, assessmentId)).toEqual({ ...place, itemId: null, at: minute(6) })
    expect(await findPlace(database, ann, assessmentId)).toBeUndefined()
  })
})

describeEngines('questionnaire versions', (engine) => {
  it('are kept once and never changed', async () => {
    const { database } = engine
    const version = { ...name, ...storedVersion }
    await keep(database, version, minute(1))
    await keep(database, version, minute(2))
    await keep(database, { ...version, json: '{}', sha256: 'b' }, minute(3))
    const kept = { ...version, firstUsedAt: minute(1), withdrawnAt: null }
    expect(await listStoredVersions(database)).toEqual([kept])
    expect(await listWithdrawnVersions(database)).toEqual([])
    expect(await findStoredVersion(database, name)).toEqual(kept)
  })

  it('are withdrawn once, and offered again', async () => {
    const { database } = engine
    const version = { ...name, ...storedVersion }
    await keep(database, version, minute(1))
    expect(await withdrawVersion(database, { ...version, sha256: 'b' }, minute(4))).toBe(false)
    expect(await withdrawVersion(database, version, minute(4))).toBe(true)
    expect(await withdrawVersion(database, version, minute(5))).toBe(false)
    expect(await listWithdrawnVersions(database)).toEqual([name])
    expect(await findStoredVersion(database, name)).toMatchObject({
      withdrawnAt: minute(4),
      sha256: 'a'.repeat(64),
    })
    expect(await offerAgain(database, name)).toBe(true)
    expect(await offerAgain(database, name)).toBe(false)
    expect(await listWithdrawnVersions(database)).toEqual([])
  })

  it('are kept when they are withdrawn before anybody used them', async () => {
    const { database } = engine
    const unused = { ...name, version: '9.9.9', ...storedVersion }
    expect(await withdrawVersion(database, unused, minute(4))).toBe(true)
    const kept = { ...unused, firstUsedAt: minute(4), withdrawnAt: minute(4) }
    expect(await findStoredVersion(database, unused)).toEqual(kept)
  })

  it('are counted by the assessments that use them', async () => {
    const { database } = engine
    expect(await listVersionUse(database)).toEqual([])
    const { ann, agencyId, assessmentId } = await addAnswering(database)
    await makeFinal(database, assessmentId, ann)
    await addAssessment(database, agencyId, ann, '2025-06-01')
    expect(await listVersionUse(database)).toEqual([{ ...name, inProgress: 1, final: 1 }])
  })
})
