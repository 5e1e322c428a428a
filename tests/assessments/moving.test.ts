import { describe, expect, test } from 'vitest'
import { statusOf } from '#assessments/responses.ts'
import { moveBack, moveForward, type KeptResponse, type Rewrite } from '#assessments/moving.ts'
import type { Response } from '#assessments/response.ts'
import { domain, levelItem, questionnaire } from '#tests/support/questionnaires.ts'
import { newerVersion, olderVersion } from '#tests/support/two-versions.ts'

const [older, newer] = [olderVersion(), newerVersion()]
const lineage = [newer, older]
const given = { at: '2025-11-03T09:00:00.000Z', person: 'avery' }
const since = { at: '2025-12-03T09:00:00.000Z', person: 'blake' }
const here = { assessment: 'this', side: 'agency' } as const
type Answers = Record<string, Response>

const kept = (answers: Answers, version = '1.0.0', by = given): [string, KeptResponse][] =>
  Object.entries(answers).map(([id, response]) => [id, { response, version, ...by }])

function forward(answers: Answers, side: 'agency' | 'partner' = 'agency') {
  return moveForward(lineage, { ...here, side, version: '1.0.0', rows: new Map(kept(answers)) }, newer)
}

const byId = (rewrites: readonly Rewrite[]) =>
  Object.fromEntries(rewrites.map(({ itemId, response }) => [itemId, response]))

const beside = (item: string, response: Response, version = '1.0.0', by = given) => ({
  ...{ item, version, response },
  ...by,
})
const carried = { assessment: 'this', ...given }

describe('moveForward', () => {
  test('leaves an answer to the same question as it is, confirmed', () => {
    expect(forward({ 'care.same': { value: 2 }, 'care.worded': { value: 4, note: 'So.' } })).toEqual([])
  })

  test('leaves a copied answer that nobody confirmed as it is', () => {
    const carried = { assessment: 'another', ...given }
    expect(forward({ 'care.same': { value: 2, carried } })).toEqual([])
  })

  test('writes an answer under the new id of its question, as it was given and by whom', () => {
    expect(forward({ 'care.old-name': { value: 3, note: 'Why.' } })).toEqual([
      { itemId: 'care.new-name', response: { value: 3, note: 'Why.' }, given },
    ])
  })

  test('keeps beside the question what was said before it was changed, split or merged', () => {
    const written = forward({
      'care.other': { value: 5, note: 'Since May.' },
      'care.whole': { value: 1 },
      'care.left': { value: 2 },
      'care.right': { dontKnow: true },
    })
    expect(byId(written)).toEqual({
      'care.other': {
        note: 'Since May.',
        carried: { ...carried, earlier: [beside('care.other', { value: 5, note: 'Since May.' })] },
      },
      'care.part': { carried: { ...carried, earlier: [beside('care.whole', { value: 1 })] } },
      'care.whole': { carried: { ...carried, earlier: [beside('care.whole', { value: 1 })] } },
      'care.joined': {
        carried: {
          ...carried,
          earlier: [beside('care.left', { value: 2 }), beside('care.right', { dontKnow: true })],
        },
      },
    })
    expect(written.map((one) => one.given)).toEqual([given, given, given, given])
  })

  test('keeps beside the question what it can no longer hold', () => {
    const response: Response = { notApplicable: 'None here.' }
    expect(byId(forward({ 'care.same': response }))).toEqual({
      'care.same': { carried: { ...carried, earlier: [beside('care.same', response)] } },
    })
  })

  test('leaves alone what is not asked any more, and what the side is not asked', () => {
    expect(forward({ 'people.gone': { value: 2 } })).toEqual([])
    expect(forward({ 'people.budget': { value: 2 } }, 'partner')).toEqual([])
  })

  test('never lets an old row count for another question of the same id', () => {
    const third = questionnaire({
      version: '1.2.0',
      domains: [domain('people', [levelItem('people.gone'), levelItem('people.new')])],
      revises: {
        version: '1.1.0',
        same: ['people.new'],
        changes: [
          { change: 'added', item: 'people.gone', why: 'It is asked again, and means something else.' },
        ],
      },
    })
    const rows = new Map(kept({ 'people.gone': { value: 2 } }))
    const moving = { ...here, version: '1.1.0', rows }
    expect(byId(moveForward([third, ...lineage], moving, third))).toEqual({
      'people.gone': { carried: { ...carried, earlier: [beside('people.gone', { value: 2 })] } },
    })
    // It was answered in that very version before.
    const again = { ...here, version: '1.1.0', rows: new Map(kept({ 'people.gone': { value: 2 } }, '1.2.0')) }
    expect(moveForward([third, ...lineage], again, third)).toEqual([])
  })

  test('empties a row whose answer went along under another id', () => {
    const swapped = questionnaire({
      version: '1.1.0',
      domains: [domain('care', [levelItem('care.one'), levelItem('care.two')])],
      revises: {
        version: '1.0.0',
        same: [],
        changes: [
          { change: 'renamed', from: 'care.one', to: 'care.two', why: 'So.' },
          { change: 'added', item: 'care.one', why: 'So.' },
        ],
      },
    })
    const before = questionnaire({ domains: [domain('care', [levelItem('care.one')])] })
    const moving = { ...here, version: '1.0.0', rows: new Map(kept({ 'care.one': { value: 4 } })) }
    expect(byId(moveForward([swapped, before], moving, swapped))).toEqual({
      'care.one': {},
      'care.two': { value: 4 },
    })
  })
})

describe('moveBack', () => {
  /** Moves forward, answers `changed` under the newer version, and moves back. */
  function backAgain(answers: Answers, changed: Answers = {}): Record<string, Response> {
    const rows = new Map(kept(answers))
    const rewrites = moveForward(lineage, { ...here, version: '1.0.0', rows }, newer)
    const before = new Map(
      rewrites.map(({ itemId }) => [itemId, rows.get(itemId) ?? { response: {}, ...given }]),
    )
    const moved = new Map([...rows, ...kept(byId(rewrites), '1.1.0'), ...kept(changed, '1.1.0', since)])
    const back = { ...here, version: '1.1.0', rows: moved, before, since: new Set(Object.keys(changed)) }
    const returned = moveBack(lineage, back, older)
    return {
      ...Object.fromEntries([...moved].map(([id, { response }]) => [id, response])),
      ...byId(returned),
    }
  }

  const all: Answers = {
    'care.same': { notApplicable: 'None here.' },
    'care.worded': { value: 4 },
    'care.old-name': { value: 3, note: 'Why.' },
    'care.other': { value: 5 },
    'care.whole': { value: 1 },
    'care.left': { value: 2 },
    'people.gone': { value: 2 },
    'people.name': { value: 'Ada' },
  }

  test('gives back exactly what was there', () => {
    expect(backAgain(all)).toEqual({ ...all, 'care.new-name': {}, 'care.part': {}, 'care.joined': {} })
  })

  test('lets stand what was answered since to the same question, under either id', () => {
    const changed: Answers = { 'care.same': { value: 2 }, 'care.new-name': { value: 5 } }
    expect(backAgain(all, changed)).toMatchObject({
      'care.same': { value: 2 },
      'care.old-name': { value: 5 },
    })
  })

  test('takes back an answer that was taken back since', () => {
    expect(backAgain(all, { 'care.new-name': {} })).toMatchObject({ 'care.old-name': {} })
  })

  test('keeps beside the question what was answered since to another one', () => {
    const back = backAgain(all, { 'care.other': { value: 1 }, 'people.new': { value: 4 } })
    const later = beside('care.other', { value: 1 }, '1.1.0', since)
    expect(back['care.other']).toEqual({ value: 5, carried: { ...carried, earlier: [later] } })
    expect(statusOf(back['care.other'])).toBe('not-reconfirmed')
    expect(back['people.new']).toEqual({ value: 4 })
  })

  test('gives back an answer with the note that was typed since, when the question was only asked anew', () => {
    const asked = byId(forward({ 'care.other': { value: 5 } }))['care.other']
    const back = backAgain(all, { 'care.other': { ...asked, note: 'We wonder.' } })
    expect(back['care.other']).toEqual({ value: 5, note: 'We wonder.' })
  })

  test('loses neither of the two when it is moved again', () => {
    const back = backAgain(all, { 'care.other': { value: 1 } })
    const again = byId(forward(back))
    expect(again['care.other']).toMatchObject({
      carried: {
        earlier: [
          { version: '1.1.0', response: { value: 1 } },
          { version: '1.0.0', response: { value: 5 } },
        ],
      },
    })
  })

  test('shows both that were merged what was answered to the one', () => {
    const back = backAgain({ 'care.left': { value: 2 } }, { 'care.joined': { value: 4 } })
    const joined = beside('care.joined', { value: 4 }, '1.1.0', since)
    expect(back).toMatchObject({
      'care.left': { value: 2, carried: { earlier: [joined] } },
      'care.right': { carried: { earlier: [joined] } },
    })
  })
})
