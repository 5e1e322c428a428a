import { describe, expect, test } from 'vitest'
import type { Response } from '#assessments/response.ts'
import {
  arrive,
  confirmPrivate,
  depart,
  emptyQueue,
  give,
  giveAnew,
  hurry,
  hurryAll,
  keepMine,
  letGo,
  nextStep,
  restore,
  type Queue,
} from '#app/saving/save-queue.ts'
import type { Given, Outcome } from '#app/saving/saves.ts'

const given = (itemId: string, response: Response | null, more: Partial<Given> = {}): Given => ({
  itemId,
  shown: response ?? {},
  response,
  complete: response !== null,
  asSaved: false,
  base: 3,
  version: '1.0.0',
  saveId: `save-${itemId}-${JSON.stringify(response)}`,
  dueAt: 0,
  ...more,
})
const current = { response: { value: 5 }, revision: 8, by: 'Dana', at: 'today' }
const land = (queue: Queue, outcome: Outcome) => arrive(queue, outcome, 1_000, 500)
const flying = (response: Response = { value: 2 }) => depart(give(emptyQueue, given('a', response)), 'a')
const entry = (queue: Queue, itemId = 'a') => queue.entries[itemId]

describe('give', () => {
  test('replaces what was given before and not sent, under a new save id', () => {
    const queue = give(give(emptyQueue, given('a', { value: 2 })), given('a', { value: 3 }))
    expect(entry(queue)?.next).toMatchObject({ response: { value: 3 }, saveId: 'save-a-{"value":3}' })
  })

  test('leaves alone what is on its way, whose outcome nobody knows yet', () => {
    const queue = give(flying({ value: 2 }), given('a', { value: 3 }))
    expect(entry(queue)).toMatchObject({
      sent: { response: { value: 2 } },
      next: { response: { value: 3 } },
    })
  })

  test('stands on the revision from which the person began, also when others save meanwhile', () => {
    const queue = give(give(emptyQueue, given('a', { value: 2 })), given('a', { value: 3 }, { base: 9 }))
    expect(entry(queue)?.base).toBe(3)
  })

  test('forgets an answer that went back to what is saved', () => {
    const queue = give(give(emptyQueue, given('a', { value: 2 })), given('a', {}, { asSaved: true }))
    expect(queue.entries).toEqual({})
  })

  test('sends an answer that went back to what was saved if another is on its way', () => {
    const queue = give(flying(), given('a', {}, { asSaved: true }))
    expect(entry(queue)?.next?.response).toEqual({})
  })
})

describe('nextStep', () => {
  test('waits until an answer is due', () => {
    const queue = give(emptyQueue, given('a', { value: 2 }, { dueAt: 250 }))
    expect(nextStep(queue, 100)).toEqual({ kind: 'wait', until: 250 })
    expect(nextStep(queue, 250)).toMatchObject({ kind: 'send', entry: { itemId: 'a' } })
  })

  test('sends one at a time', () => {
    expect(nextStep(give(flying(), given('b', { value: 1 })), 0)).toBeNull()
  })

  test('has nothing to wait for while a reason is missing', () => {
    expect(nextStep(give(emptyQueue, given('a', null)), 0)).toBeNull()
  })

  test('sends what waits of other items while one waits for the person', () => {
    const queue = land(give(flying(), given('b', { value: 1 })), { status: 'conflict', current })
    expect(nextStep(queue, 0)).toMatchObject({ kind: 'send', entry: { itemId: 'b' } })
  })
})

describe('arrive', () => {
  test('is done with an item once the server has it', () => {
    expect(land(flying(), { status: 'saved', revision: 4 }).entries).toEqual({})
  })

  test('puts what was given meanwhile on top of what was acknowledged', () => {
    const queue = land(give(flying(), given('a', { value: 3 })), { status: 'saved', revision: 4 })
    expect(depart(queue, 'a').entries['a']?.sent).toMatchObject({ base: 4, response: { value: 3 } })
  })

  test('keeps what could not be sent yet when the rest is acknowledged', () => {
    const half = give(emptyQueue, given('a', { value: 2 }, { complete: false }))
    const queue = land(depart(half, 'a'), { status: 'saved', revision: 4 })
    expect(entry(queue)).toMatchObject({ base: 4, sent: null, next: null, complete: false })
  })

  test('tries again after a while, unchanged and under the same id', () => {
    const before = flying()
    const queue = land(before, { status: 'unreachable' })
    expect(nextStep(queue, 1_000)).toEqual({ kind: 'wait', until: 1_500 })
    expect(entry(depart(queue, 'a'))).toEqual(entry(before))
  })

  test('retries what was sent before what was given since', () => {
    const queue = give(land(flying(), { status: 'unreachable' }), given('a', { value: 3 }))
    expect(depart(queue, 'a').entries['a']?.sent?.response).toEqual({ value: 2 })
  })

  test('says that the person is signed out until a save gets through', () => {
    const out = land(flying(), { status: 'signed-out' })
    expect(out.signedOut).toBe(true)
    expect(land(depart(out, 'a'), { status: 'saved', revision: 4 }).signedOut).toBe(false)
  })

  test('keeps both values of a conflict and sends neither', () => {
    const queue = land(flying(), { status: 'conflict', current })
    expect(entry(queue)).toMatchObject({ shown: { value: 2 }, hold: { kind: 'conflict', current } })
    expect(nextStep(queue, 9_999)).toBeNull()
  })

  test('confirms with the person’s answer what another carried here meanwhile, where both are the same', () => {
    const carried = { assessment: 'last', at: '2025-11-03T09:00:00.000Z', person: 'dana' }
    const theirs = { ...current, response: { value: 5, carried } }
    const queue = land(flying({ value: 5 }), { status: 'conflict', current: theirs })
    expect(entry(queue)).toMatchObject({ hold: null, base: 8, sent: null, next: { response: { value: 5 } } })
    expect(depart(queue, 'a').entries['a']?.sent).toMatchObject({ response: { value: 5 }, base: 8 })
  })

  test('finds no conflict where the other gave the same answer', () => {
    expect(land(flying({ value: 5 }), { status: 'conflict', current }).entries).toEqual({})
  })

  test('drops a refused save for what was given meanwhile, which may be in order', () => {
    const hold = { kind: 'faults', faults: [{ path: 'value', reason: 'must be a number' }] } as const
    const queue = land(give(flying({ value: 'x' }), given('a', { value: '4' })), { status: 'held', hold })
    expect(entry(queue)).toMatchObject({ sent: null, next: { response: { value: '4' } }, hold: null })
  })

  test('keeps what a locked assessment refuses', () => {
    const queue = land(flying(), {
      status: 'held',
      hold: { kind: 'refused', reason: 'locked', why: 'Locked.' },
    })
    expect(entry(queue)).toMatchObject({ shown: { value: 2 }, hold: { kind: 'refused' } })
  })
})

describe('the person decides', () => {
  const conflict = land(flying(), { status: 'conflict', current })

  test('keepMine saves the own value on top of the other, under a new id', () => {
    const queue = depart(keepMine(conflict, 'a', 'new-id', 2_000), 'a')
    expect(entry(queue)?.sent).toMatchObject({ base: 8, saveId: 'new-id', response: { value: 2 } })
  })

  test('letGo takes the other value and sends nothing', () => {
    expect(letGo(conflict, 'a').entries).toEqual({})
  })

  test('letGo does nothing where nothing stands against the own value', () => {
    expect(letGo(flying(), 'a')).toEqual(flying())
  })

  test('a new answer during a conflict still waits for the choice', () => {
    const queue = give(conflict, given('a', { value: 4 }))
    expect(nextStep(queue, 9_999)).toBeNull()
    expect(entry(keepMine(queue, 'a', 'new-id', 0))?.next?.response).toEqual({ value: 4 })
  })

  test('confirmPrivate says so to the server', () => {
    const asked = land(flying(), { status: 'held', hold: { kind: 'private', found: [] } })
    const queue = depart(confirmPrivate(asked, 'a', 'new-id', 0), 'a')
    expect(entry(queue)?.sent).toMatchObject({ saveId: 'new-id', privateConfirmed: true })
  })
})

describe('hurry', () => {
  const later = given('a', { value: 2 }, { dueAt: 800 })

  test('sends one item at once', () => {
    expect(nextStep(hurry(give(emptyQueue, later), 'a', 100), 100)).toMatchObject({ kind: 'send' })
  })

  test('hurryAll waits for no backoff', () => {
    const queue = land(flying(), { status: 'unreachable' })
    expect(nextStep(hurryAll(queue, 1_001), 1_001)).toMatchObject({ kind: 'send' })
  })
})

describe('restore', () => {
  test('takes up what was sent with unknown outcome as it was, and asks about a conflict again', () => {
    const kept = entry(give(flying(), given('a', { value: 3 })))
    const conflict = entry(land(flying(), { status: 'conflict', current }))
    if (!kept || !conflict) throw new Error('there must be an entry')
    expect(nextStep(restore(emptyQueue, kept), 0)).toMatchObject({ kind: 'send', entry: kept })
    expect(entry(restore(emptyQueue, conflict))?.hold?.kind).toBe('conflict')
  })

  test('does not overwrite what was given since', () => {
    const kept = entry(flying({ value: 1 }))
    if (!kept) throw new Error('there must be an entry')
    const queue = restore(give(emptyQueue, given('a', { value: 3 })), kept)
    expect(entry(queue)?.next?.response).toEqual({ value: 3 })
  })
})

describe('an answer to a question of another version', () => {
  const moved: Outcome = { status: 'held', hold: { kind: 'moved', version: '1.1.0' } }
  const anew = { version: '1.1.0', base: 6, saveId: 'anew', now: 7 }

  test('is sent with the version that it was given under, and kept when it is refused', () => {
    expect(entry(flying())?.sent).toMatchObject({ version: '1.0.0' })
    const refused = land(flying(), moved)
    expect(entry(refused)).toMatchObject({
      ...{ shown: { value: 2 }, sent: null, next: { version: '1.0.0', response: { value: 2 } } },
      hold: { kind: 'moved', version: '1.1.0' },
    })
    expect(nextStep(refused, 9_000)).toBeNull()
  })

  test('is sent for the new version only when the person says so, over what is there now', () => {
    const queue = depart(giveAnew(land(flying(), moved), 'a', anew), 'a')
    expect(entry(queue)?.sent).toMatchObject({
      version: '1.1.0',
      base: 6,
      saveId: 'anew',
      response: { value: 2 },
    })
    expect(giveAnew(flying(), 'a', anew)).toEqual(flying())
  })

  test('makes room for an answer that is given under the new one', () => {
    const queue = give(land(flying(), moved), given('a', { value: 4 }, { version: '1.1.0', base: 6 }))
    expect(entry(queue)).toMatchObject({ base: 6, hold: null, next: { version: '1.1.0' } })
  })

  test('is let go when the person says so', () => {
    expect(letGo(land(flying(), moved), 'a').entries).toEqual({})
  })
})
