import { describe, expect, test } from 'vitest'
import { liveUpdatesInProcess } from '#app/live/live-updates.server.ts'
import { eventStream } from '#app/routes/events/event-stream.server.ts'
import { loader } from '#app/routes/events/route.ts'
import { answering } from '#tests/support/answering.ts'
import { responseOf } from '#tests/support/requests.ts'

function listen() {
  const live = liveUpdatesInProcess()
  const leaving = new AbortController()
  const response = eventStream(live, leaving.signal, { assessmentId: 'one', side: 'agency', revision: 4 })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('there must be a stream')
  const move = (assessmentId: string, side: 'agency' | 'partner', revision: number) =>
    live.publish({ assessmentId, side, revision })
  return { live, leaving, reader, response, move }
}

describe('the stream of events', () => {
  test('tells the revision at once, and each that follows on its side of its assessment', async () => {
    const { reader, response, move } = listen()
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect((await reader.read()).value).toBe('retry: 2000\n\n')
    expect((await reader.read()).value).toBe('event: moved\ndata: 4\n\n')
    move('another', 'agency', 9)
    move('one', 'partner', 9)
    move('one', 'agency', 5)
    expect((await reader.read()).value).toBe('event: moved\ndata: 5\n\n')
    await reader.cancel()
  })

  test('ends with the server', async () => {
    const { live, reader } = listen()
    await reader.read()
    await reader.read()
    live.closeAll()
    expect((await reader.read()).done).toBe(true)
  })

  test('hears nothing more after the browser has left', async () => {
    const { leaving, reader, move } = listen()
    await reader.read()
    await reader.read()
    leaving.abort()
    move('one', 'agency', 5)
    const more = await Promise.race([
      reader.read(),
      new Promise((resolve) => setTimeout(resolve, 20, 'nothing')),
    ])
    expect(more).toBe('nothing')
    await reader.cancel()
  })
})

test('the events of an assessment are for its members alone', async () => {
  const { open } = await answering()
  const statusFor = async (person: Parameters<typeof open>[0]) => {
    const response = await responseOf(loader(await open(person, '/events')))
    await response.body?.cancel()
    return response.status
  }
  expect(await Promise.all([statusFor('viewer'), statusFor('outsider'), statusFor(null)])).toEqual([
    200, 404, 401,
  ])
})
