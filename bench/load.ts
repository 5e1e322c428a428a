import autocannon from 'autocannon'
import { percentile } from './statistics.ts'

/** What came of sending as many requests as are answered for some seconds. */
export interface Load {
  /** Answered requests a second. */
  rate: number
  /** Milliseconds within which 95 of 100 were answered. */
  p95: number
}

export interface LoadOptions {
  url: string
  headers: Record<string, string>
  /** How many are under way at once. */
  atOnce: number
  seconds: number
  /** The body of the nth request of one of these senders. */
  bodyOf: (sender: number, nth: number) => string
}

/** Sends requests from several senders at once, each its next one when the last was answered with 200. */
export async function load({ url, headers, atOnce, seconds, bodyOf }: LoadOptions): Promise<Load> {
  const times: number[] = []
  const wrong = new Map<number, number>()
  let senders = 0
  const result = await autocannon({
    url,
    method: 'POST',
    headers,
    connections: atOnce,
    duration: seconds,
    setupClient: (client) => {
      const sender = senders++
      let nth = 0
      client.setBody(bodyOf(sender, nth))
      client.on('response', (status, _bytes, time) => {
        if (status === 200) times.push(time)
        else wrong.set(status, (wrong.get(status) ?? 0) + 1)
        nth += 1
        client.setBody(bodyOf(sender, nth))
      })
    },
  })
  if (wrong.size > 0)
    throw new Error(`${url} answered ${[...wrong].map((pair) => pair.join(' × ')).join(', ')}`)
  return { rate: times.length / result.duration, p95: percentile(times, 0.95) }
}
