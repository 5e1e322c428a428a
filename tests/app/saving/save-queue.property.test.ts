import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Response } from '#assessments/response.ts'
import {
  arrive,
  depart,
  emptyQueue,
  give,
  keepMine,
  letGo,
  nextStep,
  restore,
  type Queue,
} from '#app/saving/save-queue.ts'
import { pretendServer } from './pretend-server.ts'

const items = ['a', 'b', 'c'] as const

const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('give'), item: fc.constantFrom(...items) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('half'), item: fc.constantFrom(...items) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('another'), item: fc.constantFrom(...items) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('send') }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('land') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose request') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose reply') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('mine'), item: fc.constantFrom(...items) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('theirs'), item: fc.constantFrom(...items) }) },
)
type Event = { kind: string; item?: (typeof items)[number] }

/** A person, a browser that may reload, a network that loses things, and a server that others write to. */
class World {
  queue: Queue = emptyQueue
  readonly server = pretendServer()
  /** What each item is to end up as, by the person's own doing; missing where they never gave anything. */
  readonly wanted = new Map<string, Response>()
  /** What the page shows as saved. */
  readonly seen = new Map<string, number>()
  count = 0

  run({ kind, item }: Event) {
    if (kind === 'give' && item) this.give(item, true)
    if (kind === 'half' && item) this.give(item, false)
    if (kind === 'another' && item) this.server.othersSave(item, { value: `another ${++this.count}` })
    if (kind === 'send') this.send()
    if (kind === 'land') this.land(true, true)
    if (kind === 'lose request') this.land(false, false)
    if (kind === 'lose reply') this.land(true, false)
    if (kind === 'reload') this.reload()
    if (kind === 'mine' && item) this.queue = keepMine(this.queue, item, `id ${++this.count}`, 0)
    if (kind === 'theirs' && item) this.theirs(item)
    this.checkThatNothingIsLost()
  }

  give(itemId: string, complete: boolean) {
    const shown = { value: `mine ${++this.count}` }
    this.wanted.set(itemId, shown)
    this.queue = give(this.queue, {
      itemId,
      shown,
      response: complete ? shown : null,
      complete,
      asSaved: false,
      base: this.seen.get(itemId) ?? 0,
      version: '1.0.0',
      saveId: `id ${this.count}`,
      dueAt: 0,
    })
  }

  send() {
    const step = nextStep(this.queue, Infinity)
    if (step?.kind === 'send') this.queue = depart(this.queue, step.entry.itemId)
  }

  land(requestArrives: boolean, replyArrives: boolean) {
    const itemId = this.queue.flying
    const sent = itemId === null ? null : this.queue.entries[itemId]?.sent
    if (itemId === null || !sent) return
    const outcome = requestArrives ? this.server.save(itemId, sent) : ({ status: 'unreachable' } as const)
    // Only another's save may stand against one's own.
    if (outcome.status === 'conflict') expect(outcome.current.by).toBe('another')
    if (replyArrives && outcome.status === 'saved') this.see(itemId, outcome.revision)
    if (replyArrives && outcome.status === 'conflict') this.see(itemId, outcome.current.revision)
    this.queue = arrive(this.queue, replyArrives ? outcome : { status: 'unreachable' }, 0, 0)
  }

  see(itemId: string, revision: number) {
    this.seen.set(itemId, Math.max(revision, this.seen.get(itemId) ?? 0))
  }

  /** The browser keeps the entries and forgets the rest; the page comes with what the server has. */
  reload() {
    const kept: unknown = JSON.parse(JSON.stringify(this.queue.entries))
    this.queue = Object.values(kept as Queue['entries']).reduce(restore, emptyQueue)
    for (const itemId of items) this.seen.set(itemId, this.server.at(itemId).revision)
  }

  theirs(itemId: string) {
    if (this.queue.entries[itemId]?.hold?.kind !== 'conflict') return
    this.queue = letGo(this.queue, itemId)
    this.wanted.delete(itemId)
  }

  /** With a network that works and a person who keeps their own value, everything is sent. */
  settle() {
    for (let rounds = 0; rounds < 100; rounds++) {
      this.send()
      this.land(true, true)
      for (const itemId of items) this.queue = keepMine(this.queue, itemId, `id ${++this.count}`, 0)
    }
  }

  checkThatNothingIsLost() {
    for (const [itemId, wanted] of this.wanted) {
      const entry = this.queue.entries[itemId]
      // What isn't in the browser any more was acknowledged: the server had it, whatever others saved since.
      if (entry) expect(entry.shown).toEqual(wanted)
      else expect(this.server.everHad(itemId, wanted)).toBe(true)
    }
  }
}

describe('the queue of saves', () => {
  test('loses no answer and applies none twice, whatever fails, repeats, reloads or comes between', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const world = new World()
        events.forEach((one) => world.run(one))
        world.settle()
        world.checkThatNothingIsLost()
        for (const times of world.server.times.values()) expect(times).toBe(1)
        for (const [itemId, entry] of Object.entries(world.queue.entries)) {
          expect([itemId, entry.complete, entry.sent]).toEqual([itemId, false, null])
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('never covers what another person saved, unless the person has seen it and chosen', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const world = new World()
        for (const one of events) {
          const before = items.map((itemId) => world.server.at(itemId))
          world.run(one)
          items.forEach((itemId, place) => {
            const was = before[place]
            const is = world.server.at(itemId)
            const covered = was && was.by === 'another' && is.by === 'me'
            if (covered) expect(world.seen.get(itemId)).toBeGreaterThanOrEqual(was.revision)
          })
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
