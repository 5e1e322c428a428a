import { backoff } from './backoff.ts'

export interface StreamListener {
  /** The name of the events that are listened to, each of which `hear` gets the data of. */
  event: string
  hear: (data: string) => void
  /** Called each time that the server is reached. */
  opened: () => void
  /** Called each time that there is another answer than a stream, or none. */
  refused?: () => void
}

/**
 * Listens to a stream of server-sent events while the page can be seen; a hidden page closes it. Answers how to
 * stop.
 */
export function keepStreamOpen(
  address: string,
  { event, hear, opened, refused }: StreamListener,
): () => void {
  let stream: EventSource | undefined
  let failures = 0
  let again: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    stream = new EventSource(address)
    stream.addEventListener('open', () => {
      failures = 0
      opened()
    })
    stream.addEventListener(event, ({ data }: MessageEvent<string>) => hear(data))
    stream.addEventListener('error', openAgain)
  }
  // The browser comes back by itself to a connection that broke, and not to one that got another answer: of a
  // proxy while the server starts anew, or that the person is signed out.
  const openAgain = () => {
    if (stream?.readyState !== EventSource.CLOSED) return
    refused?.()
    clearTimeout(again)
    again = setTimeout(openIfVisible, backoff(failures, Math.random()))
    failures += 1
  }
  const close = () => {
    clearTimeout(again)
    stream?.close()
    stream = undefined
  }
  const openIfVisible = () => {
    if (document.visibilityState === 'hidden') close()
    else if (!stream || stream.readyState === EventSource.CLOSED) open()
  }
  document.addEventListener('visibilitychange', openIfVisible)
  window.addEventListener('focus', openIfVisible)
  openIfVisible()
  return () => {
    close()
    document.removeEventListener('visibilitychange', openIfVisible)
    window.removeEventListener('focus', openIfVisible)
  }
}
