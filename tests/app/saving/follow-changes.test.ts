// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followChanges } from '#app/saving/follow-changes.ts'

class FakeStream extends EventTarget {
  static readonly CLOSED = 2
  readyState = 1
  say(revision: number) {
    this.dispatchEvent(new MessageEvent('moved', { data: String(revision) }))
  }
  close() {
    this.readyState = FakeStream.CLOSED
  }
}

/** The stream of the page under test, to be spoken through. */
let stream: FakeStream
const asked = vi.fn<(address: string) => Promise<Response>>()
const learn = vi.fn(() => true)
let stop: () => void
let visible: 'visible' | 'hidden'

beforeEach(() => {
  vi.useFakeTimers()
  visible = 'visible'
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visible })
  const openStream = vi.fn(function () {
    return (stream = new FakeStream())
  })
  vi.stubGlobal('EventSource', Object.assign(openStream, { CLOSED: FakeStream.CLOSED }))
  vi.stubGlobal('fetch', asked)
  stop = followChanges('one', 3, { learn, reached: () => undefined })
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  asked.mockReset()
  learn.mockReset().mockReturnValue(true)
})

const news = { version: '1.0.0', responses: { 'training.basic': { response: { value: 4 } } } }
const answers = () => Promise.resolve(Response.json({ revision: 4, ...news }))

test('what others saved is fetched once for several of their saves', async () => {
  asked.mockImplementation(answers)
  stream.say(4)
  stream.say(4)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.mock.calls).toEqual([['/assessments/one/responses?since=3', { redirect: 'manual' }]])
  expect(learn.mock.calls).toEqual([[news]])
  stream.say(4)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveBeenCalledTimes(1)
})

test.each([
  ['the network is gone', () => Promise.reject(new Error('no network'))],
  ['the server answers with an error', () => Promise.resolve(new Response('', { status: 503 }))],
  ['the answer is cut short', () => Promise.resolve(new Response('{"revis'))],
])('it is tried again, ever later, where %s, until it is there', async (_, failing) => {
  asked.mockImplementation(failing)
  stream.say(4)
  await vi.advanceTimersByTimeAsync(10_000)
  const soon = asked.mock.calls.length
  expect(soon).toBeGreaterThanOrEqual(3)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked.mock.calls.length - soon).toBeLessThan(soon)
  asked.mockImplementation(answers)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(learn.mock.calls).toEqual([[news]])
  const all = asked.mock.calls.length
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked).toHaveBeenCalledTimes(all)
})

test('the next save that is heard of is fetched at once, however long the wait had become', async () => {
  asked.mockImplementation(() => Promise.reject(new Error('no network')))
  stream.say(4)
  await vi.advanceTimersByTimeAsync(60_000)
  asked.mockImplementation(answers)
  stream.say(5)
  await vi.advanceTimersByTimeAsync(500)
  expect(learn.mock.calls).toEqual([[news]])
})

test('a page that is hidden or left stops trying', async () => {
  asked.mockImplementation(() => Promise.reject(new Error('no network')))
  stream.say(4)
  await vi.advanceTimersByTimeAsync(500)
  visible = 'hidden'
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toHaveBeenCalledTimes(1)
  visible = 'visible'
  stream.say(4)
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toHaveBeenCalledTimes(2)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveBeenCalledTimes(2)
})

test('what is of another version is not taken, and asked for again when the page is of that version', async () => {
  asked.mockImplementation(answers)
  learn.mockReturnValue(false)
  stream.say(4)
  await vi.advanceTimersByTimeAsync(1_000)
  stream.say(5)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.mock.calls.map(([address]) => address)).toEqual([
    '/assessments/one/responses?since=3',
    '/assessments/one/responses?since=3',
  ])
})
