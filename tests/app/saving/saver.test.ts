import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Response } from '#assessments/response.ts'
import type { Entry } from '#app/saving/save-queue.ts'
import { Saver, type Surroundings } from '#app/saving/saver.ts'
import type { Outcome } from '#app/saving/saves.ts'
import { unsentStore } from '#app/saving/unsent-store.ts'
import { pretendServer } from './pretend-server.ts'

type Sent = NonNullable<Entry['sent']>
type Network = 'works' | 'is down' | 'loses replies' | 'is signed out'

let pages = 0
let ids = 0

/** An open page of a person: its saver on a store of the browser, a server, and a network that can be cut. */
function openPage(
  server = pretendServer(),
  personId = 'dana',
  isOpen: (page: string) => boolean = () => false,
) {
  const name = `page ${++pages}`
  const store = unsentStore({ personId, assessmentId: 'one', side: 'agency' }, name)
  const page = { name, server, network: 'works' as Network, sent: [] as Sent[] }
  const world: Surroundings = {
    send: (itemId, sent) => {
      page.sent.push(sent)
      return Promise.resolve(outcomeOf(page.network, () => server.save(itemId, sent)))
    },
    store,
    leftovers: (take) => store.adopt(isOpen, take),
    now: () => Date.now(),
    later: (callback, delay) => {
      const timer = setTimeout(callback, delay)
      return () => clearTimeout(timer)
    },
    backoff: (failures) => 1_000 * 2 ** failures,
    newId: () => `id ${++ids}`,
  }
  const saver = new Saver(world)
  const choose = (itemId: string, response: Response, revision = 0) =>
    saver.give(
      { itemId, shown: response, response, complete: true, version: '1.0.0', delay: 250 },
      { response: {}, revision },
    )
  return Object.assign(page, { saver, choose, entry: (itemId: string) => saver.read().queue.entries[itemId] })
}

function outcomeOf(network: Network, save: () => Outcome): Outcome {
  if (network === 'is down') return { status: 'unreachable' }
  if (network === 'is signed out') return { status: 'signed-out' }
  const outcome = save()
  return network === 'loses replies' ? { status: 'unreachable' } : outcome
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
/** The browser's store works by real timers of its own. */
const storeIsIdle = () => new Promise((resolve) => setImmediate(resolve))
const settle = async () => {
  for (let turns = 0; turns < 30; turns++) await storeIsIdle()
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

describe('Saver', () => {
  test('saves where the arrow keys rest, once', async () => {
    const page = openPage()
    for (const value of [1, 2, 3]) {
      page.choose('a', { value })
      await pass(100)
    }
    await pass(250)
    expect(page.sent.map(({ response }) => response)).toEqual([{ value: 3 }])
    expect(page.entry('a')).toBeUndefined()
    expect(page.saver.read().known['a']).toMatchObject({ response: { value: 3 }, revision: 1, by: 'you' })
  })

  test('tries again by itself, later each time, and at once when told to hurry', async () => {
    const page = openPage()
    page.network = 'is down'
    page.choose('a', { value: 2 })
    await pass(250 + 1_000 + 2_000)
    expect(page.sent).toHaveLength(3)
    page.network = 'works'
    page.saver.hurry()
    await pass(0)
    expect(page.server.at('a').response).toEqual({ value: 2 })
    expect(new Set(page.sent.map(({ saveId }) => saveId)).size).toBe(1)
  })

  test('applies a save once, though its acknowledgement was lost', async () => {
    const page = openPage()
    page.network = 'loses replies'
    page.choose('a', { value: 2 })
    await pass(300)
    page.network = 'works'
    page.choose('a', { value: 4 })
    await pass(60_000)
    expect(page.server.at('a')).toMatchObject({ response: { value: 4 }, revision: 2 })
    expect(page.entry('a')).toBeUndefined()
  })

  test('goes on after the person has signed in again', async () => {
    const page = openPage()
    page.network = 'is signed out'
    page.choose('a', { value: 2 })
    await pass(300)
    expect(page.saver.read().queue.signedOut).toBe(true)
    page.network = 'works'
    page.saver.hurry()
    await pass(0)
    expect(page.saver.read().queue).toMatchObject({ signedOut: false, entries: {} })
  })

  test('keeps both values when another came first, and saves the one that the person chooses', async () => {
    const page = openPage()
    page.server.othersSave('a', { value: 5 })
    page.choose('a', { value: 2 })
    await pass(300)
    expect(page.entry('a')).toMatchObject({
      shown: { value: 2 },
      hold: { current: { response: { value: 5 } } },
    })
    page.saver.keepMine('a')
    await pass(0)
    expect(page.server.at('a')).toMatchObject({ response: { value: 2 }, revision: 2 })
  })

  test('shows the other value once the person has taken it', async () => {
    const page = openPage()
    page.server.othersSave('a', { value: 5 })
    page.choose('a', { value: 2 })
    await pass(300)
    page.saver.letGo('a')
    expect(page.entry('a')).toBeUndefined()
    expect(page.saver.read().known['a']).toMatchObject({ response: { value: 5 }, revision: 1 })
  })

  test('says so where the browser cannot keep anything', async () => {
    const page = openPage()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError')
    })
    page.choose('a', { value: 2 })
    await settle()
    expect(page.saver.read().keeps).toBe(false)
    put.mockRestore()
  })
})

describe('a copied answer', () => {
  test('is sent when it is given again as it stands, since that confirms it', async () => {
    const page = openPage()
    const carried = { assessment: 'two', at: '2026-03-01T12:00:00.000Z', person: 'dana' }
    const response = { value: 3 }
    const giving = {
      ...{ itemId: 'a', shown: response, response, complete: true },
      ...{ version: '1.0.0', delay: 0 },
    }
    page.saver.give(giving, { response, revision: 0 })
    await pass(0)
    expect(page.sent).toEqual([])
    page.saver.give(giving, { response: { ...response, carried }, revision: 0 })
    await pass(0)
    expect(page.sent).toMatchObject([{ response }])
  })
})

describe('what is not acknowledged', () => {
  test('is kept in the browser over a closed tab, and sent by the next page', async () => {
    const closed = openPage()
    closed.network = 'is down'
    closed.choose('kept', { value: 2, note: 'typed' })
    await settle()
    const next = openPage(closed.server)
    await next.saver.adopt()
    await pass(300)
    await settle()
    expect(closed.server.at('kept').response).toEqual({ value: 2, note: 'typed' })
    const after = openPage(closed.server)
    await after.saver.adopt()
    expect(after.entry('kept')).toBeUndefined()
  })

  test('is never sent or shown under another name', async () => {
    const dana = openPage()
    dana.network = 'is down'
    dana.choose('hers', { value: 2 })
    await settle()
    const cory = openPage(dana.server, 'cory')
    await cory.saver.adopt()
    expect(cory.saver.read().queue.entries).toEqual({})
  })

  test('is left to a page that is still open', async () => {
    const first = openPage()
    first.network = 'is down'
    first.choose('open', { value: 2 })
    await settle()
    const second = openPage(first.server, 'dana', (page) => page === first.name)
    await second.saver.adopt()
    expect(second.entry('open')).toBeUndefined()
  })

  test('of two closed pages is taken up one after the other, and the person chooses', async () => {
    const [one, two] = [openPage(), openPage()]
    for (const [page, value] of [
      [one, 1],
      [two, 2],
    ] as const) {
      page.network = 'is down'
      page.choose('both', { value })
    }
    await settle()
    const next = openPage(one.server)
    await next.saver.adopt()
    await pass(300)
    await settle()
    await pass(300)
    await settle()
    expect(one.server.at('both').revision).toBe(1)
    expect(next.entry('both')).toMatchObject({ hold: { kind: 'conflict' } })
  })
})

test('whatever the network does, in the end the server has the last answer to every item', async () => {
  const network = fc.constantFrom<Network>('works', 'is down', 'loses replies', 'is signed out')
  const step = fc.record({ network, item: fc.constantFrom('a', 'b'), wait: fc.nat(3_000) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const page = openPage(pretendServer(), `person ${++pages}`)
      const last = new Map<string, Response>()
      for (const [at, { network, item, wait }] of steps.entries()) {
        page.network = network
        const response = { value: `answer ${at}` }
        last.set(item, response)
        page.choose(item, response, page.saver.read().known[item]?.revision ?? 0)
        await pass(wait)
      }
      page.network = 'works'
      page.saver.hurry()
      await pass(60_000)
      for (const [item, response] of last) expect(page.server.at(item).response).toEqual(response)
      for (const times of page.server.times.values()) expect(times).toBe(1)
    }),
    { numRuns: 100 },
  )
})
